using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "clausewise/clausewise_bg.wasm", wasm = embed "node_modules/clausewise/clausewise_bg.wasm"),
  ],
  compatibilityDate = "2026-11-01",
);
