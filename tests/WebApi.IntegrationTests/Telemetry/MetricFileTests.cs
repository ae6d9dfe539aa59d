using System.Reflection;
using System.Text.RegularExpressions;
using CleanApi.Application.Common.RateLimits;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>The metrics that pages, dashboard and alerts name are those that the program has.</summary>
public sealed partial class MetricFileTests(TelemetryApi api) : IClassFixture<TelemetryApi>
{
    private const string Page = "docs/guides/observe.md";
    private const string Alerts = "ops/prometheus/alerts.yaml";

    private static readonly string[] Own = [.. typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!).Where(name => name != MetricNames.Meter)];

    [Fact]
    [Trait("Requirement", "R256")]
    public async Task The_page_names_our_metrics_and_none_that_does_not_exist()
    {
        var published = await PublishedAsync();
        var named = Rows().Matches(CommittedFile.Read(Page)).SelectMany(row => Quoted().Matches(row.Groups["names"].Value)).Select(name => name.Groups["name"].Value).ToList();

        named.Should().Contain(Own).And.OnlyHaveUniqueItems();
        named.Should().BeSubsetOf(published.Select(metric => metric.Name));
        published.Select(metric => metric.Name).Where(name => name.StartsWith("cleanapi.", StringComparison.Ordinal)).Should().BeSubsetOf(Own);
    }

    [Theory]
    [Trait("Requirement", "R256")]
    [InlineData("ops/grafana/cleanapi.json", 20)]
    [InlineData(Alerts, 9)]
    public async Task Every_metric_of_the_dashboard_and_the_alerts_exists(string file, int atLeast)
    {
        var published = (await PublishedAsync()).SelectMany(metric => metric.PrometheusNames).ToHashSet(StringComparer.Ordinal);
        var named = Metric().Matches(Labels().Replace(CommittedFile.Read(file), "")).Select(match => match.Value).ToList();

        named.Count.Should().BeGreaterThanOrEqualTo(atLeast);
        named.Except(published).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R256")]
    public void Every_alert_has_a_runbook_that_the_page_lists()
    {
        var alerts = Alert().Matches(CommittedFile.Read(Alerts)).Select(match => (Name: match.Groups["name"].Value, Page: match.Groups["page"].Value)).ToList();
        alerts.Should().HaveCount(Regex.Count(CommittedFile.Read(Alerts), "- alert:", RegexOptions.None, TimeSpan.FromSeconds(1))).And.NotBeEmpty();
        foreach (var (name, page) in alerts)
        {
            CommittedFile.Read(page).Should().StartWith($"# {name}\n").And.ContainAll("## Look", "## Do");
            CommittedFile.Read(Page).Should().Contain($"| `{name}` | [{Path.GetFileNameWithoutExtension(page)}]({page["docs/guides/".Length..]}) |");
        }
    }

    // Some instruments are made when they are first needed: by a request, a statement, a password, a mail.
    private async Task<IReadOnlyList<PublishedMetric>> PublishedAsync()
    {
        await api.UserIdAsync(ApiFixture.Admin);
        // Made with what needs it, where requests are limited.
        _ = api.Services.GetRequiredService<RateLimitMeter>();
        using var client = new HttpClient();
        (await client.GetAsync(new Uri($"{api.BaseAddress}health/live"))).Dispose();
        return PublishedMetric.All();
    }

    [GeneratedRegex(@"^\| (?<names>`[a-z_.]+`(, `[a-z_.]+`)*) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rows();

    [GeneratedRegex("`(?<name>[a-z_.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    // Selectors, legends and groupings have labels, not metrics.
    [GeneratedRegex(@"\{\{[^}]*\}\}|\{[^{}]*job[^{}]*\}|\bby \([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(cleanapi|http_server|http_client|kestrel|db_client|dotnet)_\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"- alert: (?<name>\w+)\n(.+\n)*? +runbook_url: https://git\.example\.com/cleanapi/(?<page>\S+)\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alert();
}
