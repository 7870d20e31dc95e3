/** Code that reads every store of every database of the page's origin: name of the store → its records. */
export const readDatabases = `(async () => {
  const stored = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of db.objectStoreNames) {
      stored[store] = await new Promise((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    db.close();
  }
  return JSON.parse(JSON.stringify(stored, (key, value) => (ArrayBuffer.isView(value) ? [...value] : value)));
})()`;
