// The XML schema of BPMN 2.0.2 (BPMN20.xsd, Semantic.xsd, BPMNDI.xsd, DI.xsd, DC.xsd), one line a type.
#pragma once

#include <array>

namespace naru::bpmn {

// Attributes are "name:type>target!": a type is bool, integer, int, double, uri, ID, IDREF, QName, or the permitted words
// with '|' (and uri, where any will do too); without one it is a string; '>' says what a reference must name; '!' that it
// is required. Children are "name=type>target" with '?', '*', '+', or "{least,most}"; without "=type" they have that of
// their own line. '|' divides children of which only one group may stand there.
struct SchemaLine {
    enum Flag { Plain = 0, Abstract = 1, Mixed = 2, Open = 4, Apart = 8 }; // Apart: may not stand in for its base
    const char16_t *name;
    const char16_t *base;
    int flags;
    const char16_t *attributes;
    const char16_t *children;
};

inline constexpr const char16_t *implementations = u"implementation:uri|##unspecified|##WebService";

inline constexpr std::array schemaLines{
    SchemaLine{u"definitions", u"", SchemaLine::Plain,
               u"id:ID name targetNamespace:uri! expressionLanguage:uri typeLanguage:uri exporter exporterVersion",
               u"import* extension* rootElement* BPMNDiagram* relationship*"},
    SchemaLine{u"import", u"", SchemaLine::Plain, u"namespace:uri! location! importType:uri!", u""},
    SchemaLine{u"extension", u"", SchemaLine::Plain, u"definition:QName mustUnderstand:bool", u"documentation*"},
    SchemaLine{u"documentation", u"", SchemaLine::Mixed | SchemaLine::Open, u"id:ID textFormat", u""},
    SchemaLine{u"extensionElements", u"", SchemaLine::Plain, u"", u""},
    SchemaLine{u"script", u"", SchemaLine::Mixed | SchemaLine::Open, u"", u""},
    SchemaLine{u"text", u"", SchemaLine::Mixed | SchemaLine::Open, u"", u""},

    SchemaLine{u"baseElement", u"", SchemaLine::Abstract, u"id:ID", u"documentation* extensionElements?"},
    SchemaLine{u"baseElementWithMixedContent", u"", SchemaLine::Abstract | SchemaLine::Mixed, u"id:ID", u"documentation* extensionElements?"},
    SchemaLine{u"expression", u"baseElementWithMixedContent", SchemaLine::Mixed | SchemaLine::Apart, u"", u""},
    SchemaLine{u"formalExpression", u"expression", SchemaLine::Mixed, u"language:uri evaluatesToTypeRef:QName>itemDefinition", u""},
    SchemaLine{u"auditing", u"baseElement", SchemaLine::Apart, u"", u""},
    SchemaLine{u"monitoring", u"baseElement", SchemaLine::Apart, u"", u""},
    SchemaLine{u"rendering", u"baseElement", SchemaLine::Apart, u"", u""},
    SchemaLine{u"relationship", u"baseElement", SchemaLine::Apart, u"type! direction:None|Forward|Backward|Both", u"source=QName+ target=QName+"},

    // Flow elements
    SchemaLine{u"flowElement", u"baseElement", SchemaLine::Abstract, u"name", u"auditing? monitoring? categoryValueRef=QName>categoryValue*"},
    SchemaLine{u"flowNode", u"flowElement", SchemaLine::Abstract | SchemaLine::Apart, u"", u"incoming=QName>sequenceFlow* outgoing=QName>sequenceFlow*"},
    SchemaLine{u"sequenceFlow", u"flowElement", SchemaLine::Plain, u"sourceRef:IDREF>flowNode! targetRef:IDREF>flowNode! isImmediate:bool",
               u"conditionExpression=expression?"},

    // Activities
    SchemaLine{u"activity", u"flowNode", SchemaLine::Abstract | SchemaLine::Apart,
               u"isForCompensation:bool startQuantity:integer completionQuantity:integer default:IDREF>sequenceFlow",
               u"ioSpecification? property* dataInputAssociation* dataOutputAssociation* resourceRole* loopCharacteristics?"},
    SchemaLine{u"task", u"activity", SchemaLine::Plain, u"", u""},
    SchemaLine{u"businessRuleTask", u"task", SchemaLine::Plain, implementations, u""},
    SchemaLine{u"manualTask", u"task", SchemaLine::Plain, u"", u""},
    SchemaLine{u"receiveTask", u"task", SchemaLine::Plain,
               u"implementation:uri|##unspecified|##WebService instantiate:bool messageRef:QName>message operationRef:QName>operation", u""},
    SchemaLine{u"scriptTask", u"task", SchemaLine::Plain, u"scriptFormat", u"script?"},
    SchemaLine{u"sendTask", u"task", SchemaLine::Plain,
               u"implementation:uri|##unspecified|##WebService messageRef:QName>message operationRef:QName>operation", u""},
    SchemaLine{u"serviceTask", u"task", SchemaLine::Plain, u"implementation:uri|##unspecified|##WebService operationRef:QName>operation", u""},
    SchemaLine{u"userTask", u"task", SchemaLine::Plain, implementations, u"rendering*"},
    SchemaLine{u"callActivity", u"activity", SchemaLine::Plain, u"calledElement:QName>callableElement", u""},
    SchemaLine{u"subProcess", u"activity", SchemaLine::Plain, u"triggeredByEvent:bool", u"laneSet* flowElement* artifact*"},
    SchemaLine{u"adHocSubProcess", u"subProcess", SchemaLine::Plain, u"cancelRemainingInstances:bool ordering:Parallel|Sequential",
               u"completionCondition=expression?"},
    SchemaLine{u"transaction", u"subProcess", SchemaLine::Plain, u"method:uri|##Compensate|##Image|##Store", u""},
    SchemaLine{u"loopCharacteristics", u"baseElement", SchemaLine::Abstract, u"", u""},
    SchemaLine{u"standardLoopCharacteristics", u"loopCharacteristics", SchemaLine::Plain, u"testBefore:bool loopMaximum:integer",
               u"loopCondition=expression?"},
    SchemaLine{u"multiInstanceLoopCharacteristics", u"loopCharacteristics", SchemaLine::Plain,
               u"isSequential:bool behavior:None|One|All|Complex oneBehaviorEventRef:QName>eventDefinition noneBehaviorEventRef:QName>eventDefinition",
               u"loopCardinality=expression? loopDataInputRef=QName>baseElement? loopDataOutputRef=QName>baseElement? inputDataItem=dataInput? "
               "outputDataItem=dataOutput? complexBehaviorDefinition* completionCondition=expression?"},
    SchemaLine{u"complexBehaviorDefinition", u"baseElement", SchemaLine::Apart, u"", u"condition=formalExpression event=implicitThrowEvent?"},

    // Gateways
    SchemaLine{u"gateway", u"flowNode", SchemaLine::Abstract | SchemaLine::Apart, u"gatewayDirection:Unspecified|Converging|Diverging|Mixed", u""},
    SchemaLine{u"complexGateway", u"gateway", SchemaLine::Plain, u"default:IDREF>sequenceFlow", u"activationCondition=expression?"},
    SchemaLine{u"eventBasedGateway", u"gateway", SchemaLine::Plain, u"instantiate:bool eventGatewayType:Exclusive|Parallel", u""},
    SchemaLine{u"exclusiveGateway", u"gateway", SchemaLine::Plain, u"default:IDREF>sequenceFlow", u""},
    SchemaLine{u"inclusiveGateway", u"gateway", SchemaLine::Plain, u"default:IDREF>sequenceFlow", u""},
    SchemaLine{u"parallelGateway", u"gateway", SchemaLine::Plain, u"", u""},

    // Events
    SchemaLine{u"event", u"flowNode", SchemaLine::Abstract, u"", u"property*"},
    SchemaLine{u"catchEvent", u"event", SchemaLine::Abstract | SchemaLine::Apart, u"parallelMultiple:bool",
               u"dataOutput* dataOutputAssociation* outputSet? eventDefinition* eventDefinitionRef=QName>eventDefinition*"},
    SchemaLine{u"throwEvent", u"event", SchemaLine::Abstract | SchemaLine::Apart, u"",
               u"dataInput* dataInputAssociation* inputSet? eventDefinition* eventDefinitionRef=QName>eventDefinition*"},
    SchemaLine{u"boundaryEvent", u"catchEvent", SchemaLine::Plain, u"cancelActivity:bool attachedToRef:QName>activity!", u""},
    SchemaLine{u"intermediateCatchEvent", u"catchEvent", SchemaLine::Plain, u"", u""},
    SchemaLine{u"startEvent", u"catchEvent", SchemaLine::Plain, u"isInterrupting:bool", u""},
    SchemaLine{u"endEvent", u"throwEvent", SchemaLine::Plain, u"", u""},
    SchemaLine{u"implicitThrowEvent", u"throwEvent", SchemaLine::Plain, u"", u""},
    SchemaLine{u"intermediateThrowEvent", u"throwEvent", SchemaLine::Plain, u"", u""},
    SchemaLine{u"eventDefinition", u"rootElement", SchemaLine::Abstract, u"", u""},
    SchemaLine{u"cancelEventDefinition", u"eventDefinition", SchemaLine::Plain, u"", u""},
    SchemaLine{u"compensateEventDefinition", u"eventDefinition", SchemaLine::Plain, u"waitForCompletion:bool activityRef:QName>activity", u""},
    SchemaLine{u"conditionalEventDefinition", u"eventDefinition", SchemaLine::Plain, u"", u"condition=expression"},
    SchemaLine{u"errorEventDefinition", u"eventDefinition", SchemaLine::Plain, u"errorRef:QName>error", u""},
    SchemaLine{u"escalationEventDefinition", u"eventDefinition", SchemaLine::Plain, u"escalationRef:QName>escalation", u""},
    SchemaLine{u"linkEventDefinition", u"eventDefinition", SchemaLine::Plain, u"name!",
               u"source=QName>linkEventDefinition* target=QName>linkEventDefinition?"},
    SchemaLine{u"messageEventDefinition", u"eventDefinition", SchemaLine::Plain, u"messageRef:QName>message", u"operationRef=QName>operation?"},
    SchemaLine{u"signalEventDefinition", u"eventDefinition", SchemaLine::Plain, u"signalRef:QName>signal", u""},
    SchemaLine{u"terminateEventDefinition", u"eventDefinition", SchemaLine::Plain, u"", u""},
    SchemaLine{u"timerEventDefinition", u"eventDefinition", SchemaLine::Plain, u"", u"timeDate=expression? | timeDuration=expression? | timeCycle=expression?"},

    // Data
    SchemaLine{u"dataState", u"baseElement", SchemaLine::Apart, u"name", u""},
    SchemaLine{u"dataInput", u"baseElement", SchemaLine::Apart, u"name itemSubjectRef:QName>itemDefinition isCollection:bool", u"dataState?"},
    SchemaLine{u"dataOutput", u"baseElement", SchemaLine::Apart, u"name itemSubjectRef:QName>itemDefinition isCollection:bool", u"dataState?"},
    SchemaLine{u"dataObject", u"flowElement", SchemaLine::Plain, u"itemSubjectRef:QName>itemDefinition isCollection:bool", u"dataState?"},
    SchemaLine{u"dataObjectReference", u"flowElement", SchemaLine::Plain,
               u"itemSubjectRef:QName>itemDefinition dataObjectRef:IDREF>dataObject", u"dataState?"},
    SchemaLine{u"dataStore", u"rootElement", SchemaLine::Plain,
               u"name capacity:integer isUnlimited:bool itemSubjectRef:QName>itemDefinition", u"dataState?"},
    SchemaLine{u"dataStoreReference", u"flowElement", SchemaLine::Plain,
               u"itemSubjectRef:QName>itemDefinition dataStoreRef:QName>dataStore", u"dataState?"},
    SchemaLine{u"property", u"baseElement", SchemaLine::Apart, u"name itemSubjectRef:QName>itemDefinition", u"dataState?"},
    SchemaLine{u"dataAssociation", u"baseElement", SchemaLine::Apart, u"",
               u"sourceRef=IDREF>baseElement* targetRef=IDREF>baseElement transformation=formalExpression? assignment*"},
    SchemaLine{u"dataInputAssociation", u"dataAssociation", SchemaLine::Plain, u"", u""},
    SchemaLine{u"dataOutputAssociation", u"dataAssociation", SchemaLine::Plain, u"", u""},
    SchemaLine{u"assignment", u"baseElement", SchemaLine::Apart, u"", u"from=expression to=expression"},
    SchemaLine{u"ioSpecification", u"baseElement", SchemaLine::Apart, u"", u"dataInput* dataOutput* inputSet+ outputSet+"},
    SchemaLine{u"ioBinding", u"baseElement", SchemaLine::Apart,
               u"operationRef:QName>operation! inputDataRef:IDREF>inputSet! outputDataRef:IDREF>outputSet!", u""},
    SchemaLine{u"inputSet", u"baseElement", SchemaLine::Apart, u"name",
               u"dataInputRefs=IDREF>dataInput* optionalInputRefs=IDREF>dataInput* whileExecutingInputRefs=IDREF>dataInput* "
               "outputSetRefs=IDREF>outputSet*"},
    SchemaLine{u"outputSet", u"baseElement", SchemaLine::Apart, u"name",
               u"dataOutputRefs=IDREF>dataOutput* optionalOutputRefs=IDREF>dataOutput* whileExecutingOutputRefs=IDREF>dataOutput* "
               "inputSetRefs=IDREF>inputSet*"},

    // Root elements
    SchemaLine{u"rootElement", u"baseElement", SchemaLine::Abstract, u"", u""},
    SchemaLine{u"callableElement", u"rootElement", SchemaLine::Apart, u"name",
               u"supportedInterfaceRef=QName>interface* ioSpecification? ioBinding*"},
    SchemaLine{u"process", u"callableElement", SchemaLine::Plain,
               u"processType:None|Public|Private isClosed:bool isExecutable:bool definitionalCollaborationRef:QName>collaboration",
               u"auditing? monitoring? property* laneSet* flowElement* artifact* resourceRole* correlationSubscription* supports=QName>process*"},
    SchemaLine{u"globalTask", u"callableElement", SchemaLine::Plain, u"", u"resourceRole*"},
    SchemaLine{u"globalBusinessRuleTask", u"globalTask", SchemaLine::Plain, implementations, u""},
    SchemaLine{u"globalManualTask", u"globalTask", SchemaLine::Plain, u"", u""},
    SchemaLine{u"globalScriptTask", u"globalTask", SchemaLine::Plain, u"scriptLanguage:uri", u"script?"},
    SchemaLine{u"globalUserTask", u"globalTask", SchemaLine::Plain, implementations, u"rendering*"},
    SchemaLine{u"category", u"rootElement", SchemaLine::Plain, u"name", u"categoryValue*"},
    SchemaLine{u"categoryValue", u"baseElement", SchemaLine::Apart, u"value", u""},
    SchemaLine{u"correlationProperty", u"rootElement", SchemaLine::Plain, u"name type:QName", u"correlationPropertyRetrievalExpression+"},
    SchemaLine{u"correlationPropertyRetrievalExpression", u"baseElement", SchemaLine::Apart, u"messageRef:QName>message!",
               u"messagePath=formalExpression"},
    SchemaLine{u"correlationPropertyBinding", u"baseElement", SchemaLine::Apart, u"correlationPropertyRef:QName>correlationProperty!",
               u"dataPath=formalExpression"},
    SchemaLine{u"correlationSubscription", u"baseElement", SchemaLine::Apart, u"correlationKeyRef:QName>correlationKey!",
               u"correlationPropertyBinding*"},
    SchemaLine{u"correlationKey", u"baseElement", SchemaLine::Apart, u"name", u"correlationPropertyRef=QName>correlationProperty*"},
    SchemaLine{u"endPoint", u"rootElement", SchemaLine::Plain, u"", u""},
    SchemaLine{u"error", u"rootElement", SchemaLine::Plain, u"name errorCode structureRef:QName>itemDefinition", u""},
    SchemaLine{u"escalation", u"rootElement", SchemaLine::Plain, u"name escalationCode structureRef:QName>itemDefinition", u""},
    SchemaLine{u"interface", u"rootElement", SchemaLine::Plain, u"name! implementationRef:QName", u"operation+"},
    SchemaLine{u"operation", u"baseElement", SchemaLine::Apart, u"name! implementationRef:QName",
               u"inMessageRef=QName>message outMessageRef=QName>message? errorRef=QName>error*"},
    SchemaLine{u"itemDefinition", u"rootElement", SchemaLine::Plain, u"structureRef:QName isCollection:bool itemKind:Information|Physical", u""},
    SchemaLine{u"message", u"rootElement", SchemaLine::Plain, u"name itemRef:QName>itemDefinition", u""},
    SchemaLine{u"signal", u"rootElement", SchemaLine::Plain, u"name structureRef:QName>itemDefinition", u""},
    SchemaLine{u"partnerEntity", u"rootElement", SchemaLine::Plain, u"name", u"participantRef=QName>participant*"},
    SchemaLine{u"partnerRole", u"rootElement", SchemaLine::Plain, u"name", u"participantRef=QName>participant*"},
    SchemaLine{u"resource", u"rootElement", SchemaLine::Plain, u"name!", u"resourceParameter*"},
    SchemaLine{u"resourceParameter", u"baseElement", SchemaLine::Apart, u"name type:QName isRequired:bool", u""},
    SchemaLine{u"resourceParameterBinding", u"baseElement", SchemaLine::Apart, u"parameterRef:QName>resourceParameter!", u"expression"},
    SchemaLine{u"resourceAssignmentExpression", u"baseElement", SchemaLine::Apart, u"", u"expression"},
    SchemaLine{u"resourceRole", u"baseElement", SchemaLine::Apart, u"name",
               u"resourceRef=QName>resource resourceParameterBinding* | resourceAssignmentExpression?"},
    SchemaLine{u"performer", u"resourceRole", SchemaLine::Plain, u"", u""},
    SchemaLine{u"humanPerformer", u"performer", SchemaLine::Plain, u"", u""},
    SchemaLine{u"potentialOwner", u"humanPerformer", SchemaLine::Plain, u"", u""},

    // Lanes, artifacts
    SchemaLine{u"laneSet", u"baseElement", SchemaLine::Apart, u"name", u"lane*"},
    SchemaLine{u"lane", u"baseElement", SchemaLine::Apart, u"name partitionElementRef:QName>baseElement",
               u"partitionElement=baseElement? flowNodeRef=IDREF>flowNode* childLaneSet=laneSet?"},
    SchemaLine{u"artifact", u"baseElement", SchemaLine::Abstract, u"", u""},
    SchemaLine{u"association", u"artifact", SchemaLine::Plain,
               u"sourceRef:QName>baseElement! targetRef:QName>baseElement! associationDirection:None|One|Both", u""},
    SchemaLine{u"group", u"artifact", SchemaLine::Plain, u"categoryValueRef:QName>categoryValue", u""},
    SchemaLine{u"textAnnotation", u"artifact", SchemaLine::Plain, u"textFormat", u"text?"},

    // Collaborations, conversations, choreographies
    SchemaLine{u"collaboration", u"rootElement", SchemaLine::Plain, u"name isClosed:bool",
               u"participant* messageFlow* artifact* conversationNode* conversationAssociation* participantAssociation* messageFlowAssociation* "
               "correlationKey* choreographyRef=QName>choreography* conversationLink*"},
    SchemaLine{u"participant", u"baseElement", SchemaLine::Apart, u"name processRef:QName>process",
               u"interfaceRef=QName>interface* endPointRef=QName>endPoint* participantMultiplicity?"},
    SchemaLine{u"participantMultiplicity", u"baseElement", SchemaLine::Apart, u"minimum:int maximum:int", u""},
    SchemaLine{u"participantAssociation", u"baseElement", SchemaLine::Apart, u"",
               u"innerParticipantRef=QName>participant outerParticipantRef=QName>participant"},
    SchemaLine{u"messageFlow", u"baseElement", SchemaLine::Apart,
               u"name sourceRef:QName>baseElement! targetRef:QName>baseElement! messageRef:QName>message", u""},
    SchemaLine{u"messageFlowAssociation", u"baseElement", SchemaLine::Apart,
               u"innerMessageFlowRef:QName>messageFlow! outerMessageFlowRef:QName>messageFlow!", u""},
    SchemaLine{u"conversationNode", u"baseElement", SchemaLine::Abstract, u"name",
               u"participantRef=QName>participant* messageFlowRef=QName>messageFlow* correlationKey*"},
    SchemaLine{u"conversation", u"conversationNode", SchemaLine::Plain, u"", u""},
    SchemaLine{u"callConversation", u"conversationNode", SchemaLine::Plain, u"calledCollaborationRef:QName>collaboration", u"participantAssociation*"},
    SchemaLine{u"subConversation", u"conversationNode", SchemaLine::Plain, u"", u"conversationNode*"},
    SchemaLine{u"conversationAssociation", u"baseElement", SchemaLine::Apart,
               u"innerConversationNodeRef:QName>conversationNode! outerConversationNodeRef:QName>conversationNode!", u""},
    SchemaLine{u"conversationLink", u"baseElement", SchemaLine::Apart, u"name sourceRef:QName>baseElement! targetRef:QName>baseElement!", u""},
    SchemaLine{u"globalConversation", u"collaboration", SchemaLine::Plain, u"", u""},
    SchemaLine{u"choreography", u"collaboration", SchemaLine::Plain, u"", u"flowElement*"},
    SchemaLine{u"globalChoreographyTask", u"choreography", SchemaLine::Plain, u"initiatingParticipantRef:QName>participant", u""},
    SchemaLine{u"choreographyActivity", u"flowNode", SchemaLine::Abstract | SchemaLine::Apart,
               u"initiatingParticipantRef:QName>participant! loopType:None|Standard|MultiInstanceSequential|MultiInstanceParallel",
               u"participantRef=QName>participant{2,} correlationKey*"},
    SchemaLine{u"choreographyTask", u"choreographyActivity", SchemaLine::Plain, u"", u"messageFlowRef=QName>messageFlow{1,2}"},
    SchemaLine{u"callChoreography", u"choreographyActivity", SchemaLine::Plain, u"calledChoreographyRef:QName>choreography", u"participantAssociation*"},
    SchemaLine{u"subChoreography", u"choreographyActivity", SchemaLine::Plain, u"", u"flowElement* artifact*"},

    // Diagrams
    SchemaLine{u"DiagramElement", u"", SchemaLine::Abstract, u"id:ID", u"di:extension?"},
    SchemaLine{u"di:extension", u"", SchemaLine::Plain, u"", u""},
    SchemaLine{u"BPMNDiagram", u"", SchemaLine::Plain, u"name documentation resolution:double id:ID", u"BPMNPlane BPMNLabelStyle*"},
    SchemaLine{u"BPMNPlane", u"DiagramElement", SchemaLine::Apart, u"bpmnElement:QName>baseElement", u"DiagramElement*"},
    SchemaLine{u"BPMNShape", u"DiagramElement", SchemaLine::Plain,
               u"bpmnElement:QName>baseElement isHorizontal:bool isExpanded:bool isMarkerVisible:bool isMessageVisible:bool "
               "participantBandKind:top_initiating|middle_initiating|bottom_initiating|top_non_initiating|middle_non_initiating|bottom_non_initiating "
               "choreographyActivityShape:QName",
               u"Bounds BPMNLabel?"},
    SchemaLine{u"BPMNEdge", u"DiagramElement", SchemaLine::Plain,
               u"bpmnElement:QName>baseElement sourceElement:QName targetElement:QName messageVisibleKind:initiating|non_initiating",
               u"waypoint{2,} BPMNLabel?"},
    SchemaLine{u"BPMNLabel", u"DiagramElement", SchemaLine::Apart, u"labelStyle:QName", u"Bounds?"},
    SchemaLine{u"BPMNLabelStyle", u"", SchemaLine::Plain, u"id:ID", u"Font"},
    SchemaLine{u"Font", u"", SchemaLine::Plain, u"name size:double isBold:bool isItalic:bool isUnderline:bool isStrikeThrough:bool", u""},
    SchemaLine{u"Bounds", u"", SchemaLine::Plain, u"x:double! y:double! width:double! height:double!", u""},
    SchemaLine{u"waypoint", u"", SchemaLine::Plain, u"x:double! y:double!", u""},
};

} // namespace naru::bpmn
