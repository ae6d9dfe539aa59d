using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.IntegrationTests.Platform;

/// <summary>The operator of the platform moves people between organizations.</summary>
[Trait("Requirement", "R152")]
public sealed class TransferUserTests(PlatformApi api) : IClassFixture<PlatformApi>
{
    [Fact]
    [Trait("Requirement", "R238")]
    public async Task Somebody_with_an_account_is_in_the_other_organization_and_in_this_one_no_more()
    {
        var person = await api.AddAsync(name: "Moving Person");
        var post = (await api.SendAsync(person.Email, "POST", $"{person.Path}/posts", new { title = "Left behind" })).Expect(HttpStatusCode.Created).Text("data.id");
        var (from, to) = (await api.OrganizationAsync(ApiFixture.Admin), await api.OrganizationAsync(ApiFixture.OtherAdmin));
        using var session = await api.ClientAsync(person.Email);

        var (exit, id, errors) = await api.RunAsync(new AdminUsersTransfer(), person.Id, "--from", from, "--to", to, "--role", "VIEWER");

        (exit, errors).Should().Be((0, ""));
        (await session.GetAsync("/api/v1/me")).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the session was one of the organization that they have left");
        (await api.SendAsync(ApiFixture.Admin, "GET", person.Path)).Expect(HttpStatusCode.NotFound);
        var arrived = await api.GetAsync(ApiFixture.OtherAdmin, $"{UsersApi.Path}/{id}");
        (arrived.Text("data.attributes.name"), arrived.Text("data.attributes.email"), arrived.Text("data.attributes.role"), arrived.Text("data.attributes.status"))
            .Should().Be(("Moving Person", person.Email, "VIEWER", "ACTIVE"));
        var token = await api.SignInAsync(person.Email);
        (await api.SendWithTokenAsync(token, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.id").Should().Be(id, "their password opens the other one now");
        (await api.GetAsync(ApiFixture.Admin, $"/api/v1/posts/{post}")).Text("data.attributes.title").Should().Be("Left behind");
    }

    [Fact]
    [Trait("Requirement", "R237")]
    [Trait("Requirement", "R238")]
    public async Task Both_audit_logs_and_both_streams_of_events_tell_it()
    {
        var person = await api.AddAsync();
        var (from, to) = (await api.OrganizationAsync(ApiFixture.Admin), await api.OrganizationAsync(ApiFixture.OtherAdmin));

        var (_, id, _) = await api.RunAsync(new AdminUsersTransfer(), person.Id, "--from", from, "--to", to);

        foreach (var (user, reader) in new[] { (person.Id, ApiFixture.Admin), (id, ApiFixture.OtherAdmin) })
        {
            var page = await api.GetAsync(reader, $"/api/v1/audit-logs?action=user.transferred&target={user}");
            var entry = page.Body.GetProperty("data").EnumerateArray().Should().ContainSingle().Which.GetProperty("attributes");
            entry.GetProperty("actorType").GetString().Should().Be("system");
            entry.GetProperty("outcome").GetString().Should().Be("SUCCEEDED");
            var change = entry.GetProperty("changes").GetProperty("organizationId");
            (change.GetProperty("from").GetString(), change.GetProperty("to").GetString()).Should().Be((from, to));
        }

        (await api.EventsAsync(person.Id)).Should().EndWith("user.deleted.v1 user.transferred.v1");
        (await api.EventsAsync(id)).Should().Be("user.created.v1 user.transferred.v1");
    }

    [Fact]
    public async Task Somebody_without_an_account_is_invited_again_and_nothing_is_left_of_the_invitation()
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "POST", "/api/v1/invitations", new { email = person.Email, role = "MEMBER" })).Expect(HttpStatusCode.Created);
        var (from, to) = (await api.OrganizationAsync(ApiFixture.Admin), await api.OrganizationAsync(ApiFixture.OtherAdmin));

        var (exit, output, _) = await api.RunAsync(new AdminUsersTransfer(), person.Id, "--from", from, "--to", to, "--json");

        exit.Should().Be(0);
        var resource = System.Text.Json.JsonElement.Parse(output);
        resource.GetProperty("type").GetString().Should().Be("user");
        resource.GetProperty("attributes").GetProperty("status").GetString().Should().Be("INVITED");
        resource.GetProperty("attributes").GetProperty("role").GetString().Should().Be("MEMBER", "as before");
        (await api.ScalarAsync<string>($"select status from invitations.invitations where email = '{person.Email}'")).Should().Be("REVOKED");
    }

    [Fact]
    public async Task Somebody_in_several_organizations_keeps_the_others()
    {
        var (from, to) = (await api.OrganizationAsync("consultant@demo.test"), (await api.RunAsync(new WebApi.Organizations.AdminOrganizationsCreate(), "Third Company")).Output);
        var before = (await api.GetAsync("consultant@demo.test", "/api/v1/me/organizations")).Body.GetProperty("data").GetArrayLength();

        var (exit, _, errors) = await api.RunAsync(new AdminUsersTransfer(), await api.UserIdAsync("consultant@demo.test"), "--from", from, "--to", to);

        (exit, errors).Should().Be((0, ""));
        var token = await api.SignInAsync("consultant@demo.test");
        (await api.SendWithTokenAsync(token, "GET", "/api/v1/me/organizations")).Body.GetProperty("data").GetArrayLength().Should().Be(before);
    }

    [Theory]
    [Trait("Requirement", "R153")]
    [InlineData("another organization", "NOT_FOUND")]
    [InlineData("no such organization", "NOT_FOUND")]
    [InlineData("the same organization", "VALIDATION_ERROR")]
    [InlineData("an address that is there", "DUPLICATE_VALUE")]
    [InlineData("the last administrator", "CONFLICT")]
    public async Task A_refused_one_changes_nothing(string what, string code)
    {
        var (acme, globex) = (await api.OrganizationAsync(ApiFixture.Admin), await api.OrganizationAsync(ApiFixture.OtherAdmin));
        var person = await api.AddAsync();
        var (id, from, to) = (person.Id, acme, globex);
        switch (what)
        {
            case "another organization": (from, to) = (globex, acme); break;
            case "no such organization": to = "org_00000000000000000000000000"; break;
            case "the same organization": to = acme; break;
            case "an address that is there":
                (await api.SendAsync(ApiFixture.OtherAdmin, "POST", UsersApi.Path, new { email = person.Email, name = "Same Address" })).Expect(HttpStatusCode.Created);
                break;
            default:
                from = (await api.RunAsync(new WebApi.Organizations.AdminOrganizationsCreate(), "One Administrator")).Output;
                id = (await api.RunAsync(new AdminUsersTransfer(), person.Id, "--from", acme, "--to", from, "--role", "ADMIN")).Output;
                break;
        }

        var before = await api.EverythingAsync();

        var (exit, output, errors) = await api.RunAsync(new AdminUsersTransfer(), id, "--from", from, "--to", to);

        (exit, output).Should().Be((1, ""));
        errors.Should().StartWith($"{code}: ");
        (await api.EverythingAsync()).Should().Be(before);
    }

    [Theory]
    [Trait("Requirement", "R153")]
    [InlineData("users.users", "insert")]
    [InlineData("users.users", "update")]
    [InlineData("access.memberships", "insert")]
    [InlineData("access.memberships", "update")]
    [InlineData("access.sessions", "update")]
    [InlineData("auditing.audit_logs", "insert")]
    [InlineData("events.outbox_events", "insert")]
    public async Task Whatever_step_fails_nothing_is_changed(string table, string step)
    {
        var person = await api.AddAsync();
        await api.SignInAsync(person.Email);
        var (from, to) = (await api.OrganizationAsync(ApiFixture.Admin), await api.OrganizationAsync(ApiFixture.OtherAdmin));
        await api.ExecuteAsync($"create function public.fail() returns trigger language plpgsql as 'begin raise exception ''on purpose''; end'; create trigger fail before {step} on {table} for each row execute function public.fail()");
        string? before;
        try
        {
            before = await api.EverythingAsync();
            await FluentActions.Awaiting(() => api.RunAsync(new AdminUsersTransfer(), person.Id, "--from", from, "--to", to)).Should().ThrowAsync<Exception>();
        }
        finally
        {
            await api.ExecuteAsync($"drop trigger fail on {table}; drop function public.fail()");
        }

        (await api.EverythingAsync()).Should().Be(before);
        (await api.RunAsync(new AdminUsersTransfer(), person.Id, "--from", from, "--to", to)).Exit.Should().Be(0, "it can be tried again");
    }
}
