package dev.exdate.needs;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out the tests whose programs are not installed. */
final class MissingPrograms implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
                .flatMap(needs -> Arrays.stream(needs.value()))
                .filter(program -> !program.isThere())
                .map(MachineProgram::debianPackage)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("not installed: " + missing);
    }
}
