import { readFileSync, readdirSync } from 'node:fs'
import { readNumerals } from './server/claim/figure/quantity/quantities'
const dir='/work/shared/articles/'
for (const f of readdirSync(dir)) {
  const text=readFileSync(dir+f,'utf8')
  console.log('##',f)
  for (const n of readNumerals(text)) {
    if (n.kind==='exempt') console.log('   x',n.what,JSON.stringify(n.reported))
    else { const pts=Array.from(text); console.log(n.kind, JSON.stringify(n.reported), n.kind==='date'?`${n.from}..${n.to}`:`${n.low}..${n.high} ${n.exactness} ${n.unit} · ${n.counted} / ${n.per}`, '   <', pts.slice(Math.max(0,n.at.start-30),n.at.start).join('').replace(/\n/g,'⏎'),'|',pts.slice(n.at.end,n.at.end+30).join('').replace(/\n/g,'⏎'),'>') }
  }
}
