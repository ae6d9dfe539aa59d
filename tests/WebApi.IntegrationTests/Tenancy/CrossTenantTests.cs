using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Tenancy;

/// <summary>Globex's administrator sends every operation of the served document with Acme's ids: a new operation is walked without being named here.</summary>
public sealed partial class CrossTenantTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R60")]
    [Trait("Requirement", "R185")]
    [Trait("Requirement", "R186")]
    public async Task Another_tenants_id_in_a_path_is_not_found_and_nothing_changes()
    {
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.PathIds.Any()).ToList();
        operations.Select(operation => operation.Id).Should().Contain(["getUser", "deleteUser"]);
        await WalkAsync(operations, operation => operation.PathIds, (operation, id) => operation.Request(id), 404);
    }

    [Fact]
    [Trait("Requirement", "R185")]
    [Trait("Requirement", "R186")]
    public async Task Another_tenants_id_in_a_query_finds_nothing()
    {
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => QueryIds(operation).Any()).ToList();
        operations.Select(operation => operation.Id).Should().Contain("listUsers");
        var globex = await TenantData.OfAsync(api, ApiFixture.OtherAdmin);
        await WalkAsync(
            operations, operation => QueryIds(operation).Select(parameter => parameter.IdPrefix!),
            (operation, id) => operation.Request(globex.Id, "?" + string.Join('&', QueryIds(operation).Select(parameter => $"{parameter.Name}={id(parameter.IdPrefix!)}"))),
            200, 404);
    }

    [Fact]
    [Trait("Requirement", "R186")]
    [Trait("Requirement", "R192")]
    public async Task Another_tenants_id_in_a_body_is_refused()
    {
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Body is not null).ToList();
        // Ids that a body takes, and the organization, which none may choose.
        await WalkAsync(
            [.. operations.Where(operation => !BodyIds(operation).Contains("org"))], operation => [.. BodyIds(operation), "org"],
            (operation, id) => operation.Request(TenantData.Unknown, "", operation.Body!.With("organizationId", $"\"{id("org")}\"")), 422);
        await WalkAsync(
            // The example of a sign-in is of somebody of Acme.
            [.. operations.Where(operation => BodyIds(operation).Any() && !operation.PathIds.Any() && operation.Id != "login")], BodyIds,
            (operation, id) => operation.Request(id, "", WithIds(operation.Body!, id)), 404, 422);
    }

    [Fact]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R185")]
    public async Task No_answer_to_one_tenant_holds_an_id_of_another()
    {
        var (globex, acme) = (await TenantData.OfAsync(api, ApiFixture.OtherAdmin), await TenantData.OfAsync(api, ApiFixture.Admin));
        var foreign = await acme.SuffixesAsync();
        foreign.Count.Should().BeGreaterThan(200, "Acme has users and posts");
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        List<string> answered = [];
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.IsRead && operation.Statuses.Contains(200) && operation.PathIds.All(globex.Has)))
        {
            foreach (var query in Queries(operation))
            {
                var answer = await client.AnswerAsync(operation.Request(globex.Id, query));
                answer.Status.Should().Be(200, $"{operation}{query}: {answer}");
                var body = operation.Path.StartsWith("/api/v1/audit-logs", StringComparison.Ordinal) ? Sent().Replace(answer.Body, "") : answer.Body;
                foreign.Where(suffix => body.Contains(suffix, StringComparison.Ordinal)).Should().BeEmpty($"{operation}{query} is Globex's");
                answered.Add(operation.Id);
            }
        }

        answered.Should().Contain(["listUsers", "getUser", "getMe"]);
    }

    [Fact]
    [Trait("Requirement", "R185")]
    [Trait("Requirement", "R246")]
    public async Task A_person_of_two_organizations_reaches_the_other_one_in_no_session_but_its_own()
    {
        var acme = await TenantData.OfAsync(api, ApiFixture.Member);
        var globex = await TenantData.OfAsync(api, ApiFixture.OtherAdmin);
        using var response = await api.Anonymous.PostJsonAsync(
            "/api/auth/login", new { email = "consultant@demo.test", password = ApiFixture.Password, organizationId = globex.Id("org") });
        using var client = api.CreateClient((await response.JsonAsync()).Text("data.attributes.accessToken"));
        var walk = new TenancyWalk(client, acme);
        // What a person has of their own, over all of their organizations, is not another tenant's.
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.PathIds.Any() && operation.Id != "leaveOrganization").ToList();
        List<string> faults = [];
        foreach (var operation in operations)
        {
            faults.AddRange((await walk.FaultsAsync(id => operation.Request(id), [404], [.. operation.PathIds])).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
        (await acme.SuffixesAsync()).Where((await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/users?limit=100"))).Body.Contains).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R185")]
    public async Task Another_tenants_cursor_shows_nothing_of_it()
    {
        var (globex, acme) = (await TenantData.OfAsync(api, ApiFixture.OtherAdmin), await TenantData.OfAsync(api, ApiFixture.Admin));
        var foreign = await acme.SuffixesAsync();
        using var giver = await api.ClientAsync(ApiFixture.Admin);
        using var taker = await api.ClientAsync(ApiFixture.OtherAdmin);
        var given = 0;
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.IsRead && operation.Takes("cursor")))
        {
            if ((await giver.AnswerAsync(operation.Request(acme.Id, "?limit=1"))).Json.Text("meta.nextCursor") is { } cursor)
            {
                given++;
                var answer = await taker.AnswerAsync(operation.Request(globex.Id, $"?limit=1&cursor={Uri.EscapeDataString(cursor)}"));
                answer.Status.Should().BeOneOf([200, 422], $"{operation}: {answer}");
                foreign.Where(suffix => answer.Body.Contains(suffix, StringComparison.Ordinal)).Should().BeEmpty(operation.Id);
            }
        }

        given.Should().BePositive();
    }

    [Fact]
    public async Task The_walk_detects_a_missing_tenant_filter()
    {
        var acme = await TenantData.OfAsync(api, ApiFixture.Admin);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var operation = (await ServedDocument.ReadAsync(api)).Operations.Single(operation => operation.Id == "getUser");
        (await new TenancyWalk(client, acme).FaultsAsync(id => operation.Request(id), [404], "usr")).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_checksum_detects_a_change()
    {
        var acme = await TenantData.OfAsync(api, ApiFixture.Admin);
        var before = await acme.ChecksumsAsync();
        await api.ExecuteAsync("update posts.posts set title = title || '.' where id = (select id from posts.posts limit 1)");
        var after = await acme.ChecksumsAsync();
        after.Where(table => table.Value != before[table.Key]).Select(table => table.Key).Should().Equal("posts.posts");
    }

    private async Task WalkAsync(
        List<Operation> operations, Func<Operation, IEnumerable<string>> prefixes, Func<Operation, Func<string, string>, HttpRequestMessage> request, params int[] statuses)
    {
        var acme = await TenantData.OfAsync(api, ApiFixture.Member);
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        var walk = new TenancyWalk(client, acme);
        var before = await acme.ChecksumsAsync();
        List<string> faults = [];
        foreach (var operation in operations)
        {
            faults.AddRange((await walk.FaultsAsync(id => request(operation, id), statuses, [.. prefixes(operation)])).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
        (await acme.ChecksumsAsync()).Should().BeEquivalentTo(before, "nothing of Acme has changed");
    }

    private static IEnumerable<Parameter> QueryIds(Operation operation) => operation.Query.Where(parameter => parameter.IdPrefix is not null);

    private static IEnumerable<string> BodyIds(Operation operation) => operation.Body!.Fields.Select(field => field.IdPrefix).OfType<string>();

    private static string WithIds(DescribedBody body, Func<string, string> id) =>
        body.Fields.Where(field => field.IdPrefix is not null)
            .Aggregate(body, (filled, field) => filled with { Example = System.Text.Json.Nodes.JsonNode.Parse(filled.With(field.Name, $"\"{id(field.IdPrefix!)}\""))!.AsObject() })
            .Example.ToJsonString();

    private static IEnumerable<string> Queries(Operation operation) =>
    [
        "",
        .. operation.Takes("limit") ? ["?limit=100", "?page=1&limit=100"] : Array.Empty<string>(),
        .. operation.Takes("search") ? ["?search=acme", "?search=a"] : Array.Empty<string>(),
        .. operation.Takes("include") ? [operation.Id.Contains("Post", StringComparison.Ordinal) ? "?include=author" : "?include=organization"] : Array.Empty<string>(),
    ];

    // The audit log names what a refused request of one's own was about, as it was sent: an id that is told only to whoever sent it, whether it exists or not.
    [GeneratedRegex("\"outcome\":\"(DENIED|FAILED)\",\"actorType\":[^,]+,\"actorId\":[^,]+,\"targetType\":[^,]+,\"targetId\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sent();
}
