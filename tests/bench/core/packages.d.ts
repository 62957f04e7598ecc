// Installed beside the bench, and only for it: the types are checked without them.
declare module '@tensorflow/tfjs-core';
declare module '@tensorflow/tfjs-backend-wasm';
