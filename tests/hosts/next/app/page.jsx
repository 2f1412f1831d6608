import { Calculators } from './calculators';

export default function Page() {
  return <main><h1>Before you renew</h1><Calculators /></main>;
}
