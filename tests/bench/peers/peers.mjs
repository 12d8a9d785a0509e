// The same expressions, table, process, and rules as bench_peers, by the engines of others (npm): feelin, dmn-eval-js,
// bpmn-engine, croner. Prints "name<TAB>a second" lines, by the processor time of this process.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , folder, modules, expressions] = process.argv;
const require = createRequire(modules + '/');
const seconds = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };

async function rate(each) {
    await each(); // warm
    let best = 0;
    for (let round = 0; round < 2; ++round) {
        const start = seconds();
        let count = 0;
        while (seconds() - start < 0.2)
            for (let i = 0; i < 10; ++i, ++count)
                await each();
        best = Math.max(best, count / (seconds() - start));
    }
    return best;
}

async function print(name, measure) {
    try {
        console.log(name + '\t' + (await measure()).toFixed(0));
    } catch (error) {
        console.log(name + '\t-1\t' + String(error.message ?? error).split('\n')[0]);
    }
}

async function feelin() {
    const { evaluate } = await import(pathToFileURL(require.resolve('feelin')));
    const valueOf = (answer) => (answer && typeof answer === 'object' && 'value' in answer ? answer.value : answer);
    const { context, list } = JSON.parse(expressions);
    const values = valueOf(evaluate(context));
    for (const text of list)
        await print('feel:' + text, () => rate(() => { evaluate(text, values); }));
}

async function dmnEvalJs() {
    const { decisionTable } = require('@hbtgmbh/dmn-eval-js');
    const decisions = await decisionTable.parseDmnXml(readFileSync(folder + '/table.dmn', 'utf8'));
    let n = 0;
    await print('dmn', () => rate(() => {
        decisionTable.evaluateDecision('travel', decisions, { grade: 1 + (n++ % 10), region: n % 2 ? 'A' : 'B' });
    }));
}

// The model is parsed once; an engine carries one run.
async function bpmnEngine() {
    const { Engine } = await import(pathToFileURL(require.resolve('bpmn-engine')));
    const { BpmnModdle, default: Moddle } = await import(pathToFileURL(require.resolve('bpmn-moddle')));
    const moddleContext = await new (BpmnModdle ?? Moddle)().fromXML(readFileSync(folder + '/process.bpmn', 'utf8'));
    await print('bpmn', () => rate(() => new Promise((done, failed) => {
        new Engine({ name: 'bench', moddleContext }).execute((error) => (error ? failed(error) : done()));
    })));
}

async function croner() {
    const { Cron } = await import(pathToFileURL(require.resolve('croner')));
    const job = new Cron('0 9 5 * *', { timezone: 'Asia/Seoul', paused: true });
    let at = new Date('2026-11-22T00:00:00Z');
    let n = 0;
    await print('cron', () => rate(() => { at = ++n % 200 === 0 ? new Date('2026-11-22T00:00:00Z') : job.nextRun(at); }));
}

for (const one of [feelin, dmnEvalJs, bpmnEngine, croner])
    await one().catch((error) => console.log(one.name + '\t-1\t' + String(error.message ?? error).split('\n')[0]));
