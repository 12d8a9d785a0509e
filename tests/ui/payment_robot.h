// A robot of two steps that stops at amounts that nobody thought of: a decision without a rule for small ones, and a gateway
// without a way for those below ten. (In a header of its own: moc loses the classes behind raw strings of several lines.)
#pragma once

#include <QByteArray>

namespace naru::test {

inline const QByteArray manifest = R"({"robot": "payment", "title": {"ko": "지급 검토"}, "description": {"ko": "시험용"},
 "process": {"model": "payment.bpmn", "id": "P"}, "decisions": ["size.dmn"], "forms": [],
 "inputs": [{"name": "amount", "kind": "number", "label": {"ko": "금액"}, "required": true}],
 "operations": [], "limits": {"effects": 10}})";

inline const QByteArray process = R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:naru="urn:naru:bpmn"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:t"
 expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/">
 <process id="P" name="지급 검토" isExecutable="true" processType="Private">
  <startEvent id="Start" name="시작"><outgoing>a</outgoing></startEvent>
  <businessRuleTask id="Size" name="규모 정하기" naru:decision="size"><incoming>a</incoming><outgoing>b</outgoing></businessRuleTask>
  <exclusiveGateway id="Which" name="어디로"><incoming>b</incoming><outgoing>c</outgoing><outgoing>e</outgoing></exclusiveGateway>
  <endEvent id="End" name="끝"><incoming>c</incoming></endEvent>
  <endEvent id="Back" name="돌려받음"><incoming>e</incoming></endEvent>
  <sequenceFlow id="a" sourceRef="Start" targetRef="Size"/>
  <sequenceFlow id="b" sourceRef="Size" targetRef="Which"/>
  <sequenceFlow id="c" sourceRef="Which" targetRef="End"><conditionExpression xsi:type="tFormalExpression">amount &gt;= 10</conditionExpression></sequenceFlow>
  <sequenceFlow id="e" sourceRef="Which" targetRef="Back"><conditionExpression xsi:type="tFormalExpression">amount &lt; 0</conditionExpression></sequenceFlow>
 </process></definitions>)";

inline const QByteArray decision = R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:naru="urn:naru:dmn" id="m" name="규모" namespace="urn:t">
 <inputData id="amount" name="amount"><variable name="amount" typeRef="number"/></inputData>
 <knowledgeSource id="law" name="지방회계법 시행령 제38조" naru:validFrom="2025-01-01" naru:validTo="2026-12-31"/>
 <decision id="size" name="size">
  <description>지급의 규모를 정한다.</description>
  <variable name="size" typeRef="string"/>
  <informationRequirement id="r"><requiredInput href="#amount"/></informationRequirement>
  <authorityRequirement id="a"><requiredAuthority href="#law"/></authorityRequirement>
  <decisionTable id="t" hitPolicy="UNIQUE">
   <input id="i" label="금액"><inputExpression id="ie" typeRef="number"><text>amount</text></inputExpression></input>
   <output id="o" name="size" typeRef="string"/>
   <rule id="x"><description>백만 원 이상은 크다</description><inputEntry id="xi"><text>&gt;= 100</text></inputEntry><outputEntry id="xo"><text>"big"</text></outputEntry></rule>
   <rule id="y"><description>오십부터는 보통이다</description><inputEntry id="yi"><text>[50..100)</text></inputEntry><outputEntry id="yo"><text>"middle"</text></outputEntry></rule>
  </decisionTable>
 </decision></definitions>)";

} // namespace naru::test
