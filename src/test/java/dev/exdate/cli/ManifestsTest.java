package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.run.plan.Phase;
import dev.exdate.schedule.CronTimes;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskName;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is deployed says the same as the program: settings, exit codes, paths, limits. */
class ManifestsTest {
    private static final Settings DEFAULTS = Settings.of(Map.of(), Path.of("/nowhere"), Optional.empty());

    private final Image image = Image.read();

    @Test
    void everyFileIsReadAndNoneIsLeftOut() throws Exception {
        Manifests.cronJob(Manifests.EXAMPLE);
        Manifests.backups(Manifests.BASE);
        Manifests.backups(Manifests.EXAMPLE);
        assertThat(Manifests.kustomization(Manifests.BASE).resources())
                .containsExactlyInAnyOrder("backups.yaml", "networkpolicy.yaml", "migrate.yaml", "cronjob.yaml");
        assertThat(Manifests.files())
                .extracting(file -> Manifests.FOLDER.relativize(file).toString())
                .containsExactlyInAnyOrder(
                        "base/backups.yaml",
                        "base/cronjob.yaml",
                        "base/kustomization.yaml",
                        "base/migrate.yaml",
                        "base/networkpolicy.yaml",
                        "overlays/example/backups.yaml",
                        "overlays/example/cronjob.yaml",
                        "overlays/example/kustomization.yaml",
                        "recipes/doctor.yaml",
                        "recipes/restore.yaml",
                        "recipes/status.yaml",
                        "secret.example.yaml");
    }

    @Test
    void recipesRunOnceAsTheCommandTheyAreNamedAfterAndVanish() throws Exception {
        for (String name : Manifests.RECIPES) {
            JobSpec spec = Manifests.recipe(name).getSpec();
            assertThat(Manifests.recipe(name).getMetadata().getGenerateName()).isEqualTo("exdate-" + name + "-");
            assertThat(only(spec.getTemplate()).getArgs()).startsWith(name);
            assertThat(spec.getBackoffLimit()).isZero();
            assertThat(spec.getTtlSecondsAfterFinished()).isPositive();
        }
        assertThat(only(Manifests.recipe("doctor").getSpec().getTemplate()).getEnv())
                .isEqualTo(only(Manifests.daily()).getEnv());
        assertThat(Manifests.migrate().getSpec().getTtlSecondsAfterFinished()).isPositive();
        assertThat(Manifests.cronJob(Manifests.BASE)
                        .getSpec()
                        .getJobTemplate()
                        .getSpec()
                        .getTtlSecondsAfterFinished())
                .isEqualTo((int) Duration.ofDays(7).toSeconds());
    }

    @Test
    void everyPodIsUnderThePolicyThatLetsNobodyIn() throws Exception {
        Manifests.NetworkPolicy policy = Manifests.networkPolicy();
        assertThat(policy.spec().policyTypes()).containsExactly("Ingress", "Egress");
        Map<String, String> selected = policy.spec().podSelector().matchLabels();
        Manifests.Labels base = Manifests.kustomization(Manifests.BASE).labels().getFirst();
        assertThat(base.includeTemplates()).isTrue();
        assertThat(base.pairs()).containsAllEntriesOf(selected);
        for (String name : Manifests.RECIPES) {
            assertThat(Manifests.recipe(name)
                            .getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getLabels())
                    .containsAllEntriesOf(selected);
        }
        Settings example = Settings.of(Manifests.secret().getStringData(), Path.of("/nowhere"), Optional.empty());
        assertThat(policy.spec().egress().getFirst().ports())
                .extracting(Manifests.Port::port)
                .contains(53, 443, example.database().orElseThrow().port());
    }

    @Test
    void alertsNameTheCronJobAndSleepOverSaturday() throws Exception {
        List<Manifests.Rule> rules = Manifests.rules().groups().getFirst().rules();
        String name = Manifests.cronJob(Manifests.BASE).getMetadata().getName();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.expr()).contains("\"" + name);
            assertThat(rule.labels()).containsKey("severity");
            assertThat(rule.annotations()).containsOnlyKeys("summary", "description");
        });
        Matcher days = Pattern.compile("> ([\\d.]+) \\* 86400$")
                .matcher(rules.getFirst().expr());
        assertThat(days.find()).isTrue();
        Duration patience = Duration.ofSeconds((long) (Double.parseDouble(days.group(1)) * 86_400));
        assertThat(patience).isBetween(Duration.ofHours(48 + 7), Duration.ofHours(72));
    }

    @Test
    void systemdGivesUpAfterThreeRunsOfAnyLengthAndSaysSo() throws Exception {
        String unit = Files.readString(Path.of("deploy/systemd/exdate.service"));
        assertThat(unit)
                .contains("RestartSec=15min\n", "StartLimitBurst=3\n", "TimeoutStartSec=7h\n")
                .contains("StartLimitIntervalSec=22h\n", "OnFailure=exdate-failed@%n.service\n");
        Duration threeRuns = Duration.ofHours(7).plusMinutes(15).multipliedBy(3);
        assertThat(threeRuns).isLessThan(Duration.ofHours(22));
        assertThat(Path.of("deploy/systemd/exdate-failed@.service")).content().contains("ExecStart=", "%i");
    }

    @Test
    void aFieldThatKubernetesDoesNotHaveFails() {
        assertThatThrownBy(() -> Manifests.parse("kind: CronJob\nspec: {timezone: America/New_York}", CronJob.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("timezone");
    }

    @Test
    void theOverlayChangesOnlyWhatTheBaseHas() throws Exception {
        Manifests.Kustomization overlay = Manifests.kustomization(Manifests.EXAMPLE);
        assertThat(overlay.resources()).containsExactly("../../base");
        assertThat(overlay.patches()).extracting(Manifests.Patch::path).containsExactly("cronjob.yaml", "backups.yaml");
        assertThat(Manifests.cronJob(Manifests.EXAMPLE).getMetadata().getName())
                .isEqualTo(Manifests.cronJob(Manifests.BASE).getMetadata().getName());
        assertThat(Manifests.backups(Manifests.EXAMPLE).getMetadata().getName())
                .isEqualTo(Manifests.backups(Manifests.BASE).getMetadata().getName());
        Container patch = only(Manifests.cronJob(Manifests.EXAMPLE)
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate());
        Container base = only(Manifests.daily());
        assertThat(patch.getName()).isEqualTo(base.getName());
        assertThat(base.getImage()).startsWith(overlay.images().getFirst().name() + ":");
    }

    @Test
    void everyVariableIsASettingThatTheProgramReads() throws Exception {
        for (PodTemplateSpec pod : Manifests.pods()) {
            assertThat(KnownSettings.names()).containsAll(names(only(pod).getEnv()));
        }
        assertThat(KnownSettings.names())
                .containsAll(Manifests.secret().getStringData().keySet())
                .containsAll(image.environment().keySet().stream()
                        .filter(name -> name.startsWith("EXDATE_"))
                        .toList());
    }

    @Test
    void whatComesFromTheSecretIsInItsExample() throws Exception {
        for (PodTemplateSpec pod : Manifests.pods()) {
            for (EnvVar variable : only(pod).getEnv()) {
                if (variable.getValueFrom() != null) {
                    var key = variable.getValueFrom().getSecretKeyRef();
                    assertThat(key.getName())
                            .isEqualTo(Manifests.secret().getMetadata().getName());
                    assertThat(key.getKey()).isEqualTo(variable.getName());
                    assertThat(Manifests.secret().getStringData()).containsKey(key.getKey());
                }
            }
        }
        Map<String, String> filledIn = Manifests.secret().getStringData();
        Settings settings = Settings.of(filledIn, Path.of("/nowhere"), Optional.empty());
        assertThat(settings.database().orElseThrow().database()).isEqualTo("stocks");
    }

    @Test
    void theStartsAreThoseOfTheSchedulesDefault() throws Exception {
        CronJobSpec spec = Manifests.cronJob(Manifests.BASE).getSpec();
        assertThat(spec.getTimeZone()).isEqualTo("America/New_York");
        assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
        Instant at = Instant.parse("2026-10-26T00:00:00Z");
        CronTimes here = CronTimes.of(spec.getSchedule(), at);
        CronTimes there = CronTimes.of(defaultCron(), at);
        for (int i = 0; i < 14; i++) {
            assertThat(here.next(at)).isEqualTo(there.next(at));
            at = here.next(at).orElseThrow();
        }
    }

    private static String defaultCron() {
        return CommandLines.describing()
                .getSubcommands()
                .get("schedule")
                .getCommandSpec()
                .findOption("--cron")
                .defaultValue();
    }

    @Test
    void theRunMayTakeAsLongAsAllItsTasksAndEndsBeforeTheNextOne() throws Exception {
        CronJobSpec spec = Manifests.cronJob(Manifests.BASE).getSpec();
        Duration atMost = Duration.ofSeconds(spec.getJobTemplate().getSpec().getActiveDeadlineSeconds());
        Duration tasks = Arrays.stream(Phase.values())
                .map(phase -> phase == Phase.STEP_1 ? sum(phase.tasks()) : longest(phase.tasks()))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(tasks).isEqualTo(Duration.ofMinutes(390));
        assertThat(atMost).isGreaterThan(tasks);
        assertThat(atMost.plusSeconds(spec.getStartingDeadlineSeconds())).isLessThan(Duration.ofHours(24));
        assertThat(Files.readString(Path.of("deploy/systemd/exdate.service"))).contains("TimeoutStartSec=7h\n");
        assertThat(atMost).isEqualTo(Duration.ofHours(7));
    }

    private static Duration limit(TaskName task) {
        return DEFAULTS.taskLimit(task.name());
    }

    private static Duration sum(List<TaskName> tasks) {
        return tasks.stream().map(ManifestsTest::limit).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration longest(List<TaskName> tasks) {
        return tasks.stream().map(ManifestsTest::limit).max(Duration::compareTo).orElseThrow();
    }

    @Test
    void exitCodesThatComeAgainAreNotTriedAgain() throws Exception {
        JobSpec daily =
                Manifests.cronJob(Manifests.BASE).getSpec().getJobTemplate().getSpec();
        assertThat(failing(daily)).containsExactly(ExitCode.USAGE, ExitCode.LOCKED, ExitCode.STRICT);
        assertThat(failing(Manifests.migrate().getSpec())).containsExactly(ExitCode.USAGE, ExitCode.LOCKED);
        assertThat(daily.getBackoffLimit()).isEqualTo(1);
        assertThat(Files.readString(Path.of("deploy/systemd/exdate.service")))
                .contains("RestartPreventExitStatus=%d %d %d\n"
                        .formatted(ExitCode.USAGE, ExitCode.LOCKED, ExitCode.STRICT))
                .contains("SuccessExitStatus=%d %d\n".formatted(ExitCode.SIGNAL + 2, ExitCode.SIGNAL + 15));
    }

    private static List<Integer> failing(JobSpec job) {
        List<PodFailurePolicyRule> rules = job.getPodFailurePolicy().getRules();
        assertThat(rules).hasSize(2);
        assertThat(rules.getFirst().getAction()).isEqualTo("Ignore");
        assertThat(rules.getFirst().getOnPodConditions())
                .singleElement()
                .satisfies(condition -> assertThat(condition.getType()).isEqualTo("DisruptionTarget"));
        assertThat(rules.getLast().getAction()).isEqualTo("FailJob");
        assertThat(rules.getLast().getOnExitCodes().getOperator()).isEqualTo("In");
        assertThat(rules.getLast().getOnExitCodes().getContainerName())
                .isEqualTo(only(job.getTemplate()).getName());
        // Kubernetes takes a policy with pods that are never restarted only.
        assertThat(job.getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
        return rules.getLast().getOnExitCodes().getValues();
    }

    @Test
    void pathsAndUserAreThoseOfTheImage() throws Exception {
        Container daily = only(Manifests.daily());
        assertThat(paths(daily)).containsExactlyInAnyOrder(image.environment().get("EXDATE_BACKUP_DIR"), "/tmp");
        assertThat(image.environment()).containsEntry("HOME", "/tmp").containsEntry("EXDATE_LOG_DIR", "");
        for (EnvVar variable : daily.getEnv()) {
            if (variable.getValue() != null && image.environment().containsKey(variable.getName())) {
                assertThat(variable.getValue()).isEqualTo(image.environment().get(variable.getName()));
            }
        }
        for (PodTemplateSpec pod : Manifests.pods()) {
            assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isEqualTo(image.user());
            assertThat(pod.getSpec().getSecurityContext().getRunAsGroup()).isEqualTo(image.user());
            assertThat(only(pod).getImage()).isEqualTo("exdate:" + Version.number());
            assertThat(CommandLines.describing().getSubcommands())
                    .containsKey(only(pod).getArgs().getFirst());
        }
        assertThat(Manifests.daily().getSpec().getSecurityContext().getFsGroup())
                .isEqualTo(image.user());
    }

    private static List<String> paths(Container container) {
        return container.getVolumeMounts().stream()
                .map(io.fabric8.kubernetes.api.model.VolumeMount::getMountPath)
                .toList();
    }

    @Test
    void noPodHasARightItDoesNotNeed() throws Exception {
        for (PodTemplateSpec template : Manifests.pods()) {
            PodSpec pod = template.getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            Container container = only(template);
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        }
    }

    @Test
    void everyMountHasItsVolumeAndEveryContainerItsLimits() throws Exception {
        for (PodTemplateSpec template : Manifests.pods()) {
            Container container = only(template);
            assertThat(container.getVolumeMounts())
                    .extracting(io.fabric8.kubernetes.api.model.VolumeMount::getName)
                    .containsExactlyInAnyOrderElementsOf(template.getSpec().getVolumes().stream()
                            .map(io.fabric8.kubernetes.api.model.Volume::getName)
                            .toList());
            Map<String, Quantity> requests = container.getResources().getRequests();
            Map<String, Quantity> limits = container.getResources().getLimits();
            assertThat(requests).containsOnlyKeys("cpu", "memory");
            assertThat(limits).containsOnlyKeys("cpu", "memory");
            assertThat(requests.get("memory").getNumericalAmount())
                    .isLessThan(limits.get("memory").getNumericalAmount());
        }
        assertThat(Manifests.daily().getSpec().getVolumes())
                .anySatisfy(volume -> assertThat(volume.getPersistentVolumeClaim())
                        .isNotNull()
                        .satisfies(claim -> assertThat(claim.getClaimName())
                                .isEqualTo(Manifests.backups(Manifests.BASE)
                                        .getMetadata()
                                        .getName())));
    }

    @Test
    void podsHaveTimeToEndWithinTermsLimit() throws Exception {
        assertThat(Manifests.daily().getSpec().getTerminationGracePeriodSeconds())
                .isGreaterThan(10);
    }

    @Test
    void cronAndSystemdWorkInTheSameFolder() throws Exception {
        String unit = Files.readString(Path.of("deploy/systemd/exdate.service"));
        String cron = Files.readString(Path.of("deploy/cron/exdate.cron"));
        assertThat(unit).contains("WorkingDirectory=/var/lib/exdate\n").contains("StateDirectory=exdate\n");
        assertThat(cron).contains(" cd /var/lib/exdate && exec exdate run ");
        assertThat(image.environment().get("EXDATE_BACKUP_DIR"))
                .isEqualTo("/var/lib/exdate/" + DEFAULTS.backupFolder().getFileName());
    }

    private static Container only(PodTemplateSpec pod) {
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        return pod.getSpec().getContainers().getFirst();
    }

    private static List<String> names(List<EnvVar> variables) {
        return variables.stream().map(EnvVar::getName).toList();
    }
}
