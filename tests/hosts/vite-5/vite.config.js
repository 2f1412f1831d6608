export default {
  optimizeDeps: { exclude: ['clausewise'] },
};
