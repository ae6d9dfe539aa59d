using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.Application.Common.Events;
using CleanApi.Tests.Shared;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>The shapes of events are a contract.</summary>
public sealed class EventSchemaTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Names => [.. EventNames.Types.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [Trait("Category", "Committed")]
    [Trait("Requirement", "R257")]
    [MemberData(nameof(Names))]
    public async Task The_schema_of_an_event_never_changes(string name)
    {
        using var client = new HttpClient { BaseAddress = api.BaseAddress };

        var schema = await client.GetStringAsync($"/docs/events/{name}.json");

        // Its meaning is for readers, and may be put in better words.
        var shape = EventSchemas.Text(name);
        var served = JsonNode.Parse(schema)!.AsObject();
        served["description"]!.GetValue<string>().Should().NotBeEmpty();
        served.Remove("description");
        JsonNode.DeepEquals(served, JsonNode.Parse(shape)).Should().BeTrue();
        CommittedFile.ShouldStay($"docs/events/{name}.json", shape, "another shape is another event, whose name ends in the next version; the one before stays as long as anybody handles it");
        JsonElement.Parse(schema).At("required").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public async Task The_list_names_every_event_and_an_unknown_one_is_not_there()
    {
        using var client = new HttpClient { BaseAddress = api.BaseAddress };

        (await client.GetStringAsync("/docs/events")).Should().ContainAll(EventNames.Types.Keys.Select(name => $"href=\"/docs/events/{name}.json\""));
        (await client.GetAsync(new Uri("/docs/events/user.unknown.v1.json", UriKind.Relative))).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_says_what_each_event_means()
    {
        using var client = new HttpClient { BaseAddress = api.BaseAddress };

        var page = await client.GetStringAsync("/docs/events");

        page.Should().Contain("<td>An invitation was sent or sent again; earlier links are invalid.</td>");
        page.Split("<tr><th scope=\"row\">").Skip(1).Should().HaveCount(EventNames.Types.Count).And.OnlyContain(row => row.Contains("</th><td>") && !row.Contains("</th><td></td>"));
    }

    [Theory]
    [Trait("Requirement", "R257")]
    [MemberData(nameof(Names))]
    public void No_event_of_an_organization_hides_it(string name) =>
        // What names an account is no organization's: its id is the same in all of them.
        EventNames.Types[name].IsAssignableTo(typeof(Domain.Common.IOrganizationEvent)).Should().Be(
            EventNames.Types[name].GetProperty("OrganizationId") is not null && EventNames.Types[name].GetProperty("AccountId") is null);
}
