using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>One person in three organizations.</summary>
public sealed class SeparationTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private static readonly string[] Names = ["First Ltd", "Second Ltd", "Third Ltd"];

    [Fact]
    [Trait("Requirement", "R246")]
    [Trait("Requirement", "R185")]
    public async Task Tokens_keys_sessions_and_the_audit_log_of_three_organizations_never_mix()
    {
        var email = await api.OrganizationAsync(Names[0]);
        using var home = await api.SignedInAsync(email);
        foreach (var name in Names.Skip(1))
        {
            await api.InviteAsync(await api.OrganizationAsync(name), email, "ADMIN");
            await PeopleApi.AcceptOnlyAsync(home);
        }

        var organizations = await PeopleApi.OrganizationsAsync(home);
        organizations.Keys.Should().Equal(Names);
        Dictionary<string, (HttpClient Client, string User, string Key, string Session)> there = [];
        foreach (var name in Names)
        {
            var client = await api.SignedInAsync(email, organizations[name]);
            using var key = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Import", scopes = new[] { "users:read" } });
            var created = await key.JsonAsync();
            using var program = api.CreateClient(created.Text("data.attributes.key"));
            (await program.JsonAsync("/api/v1/me")).Text("data.relationships.organization.id").Should().Be(organizations[name]);
            var session = (await client.JsonAsync("/api/v1/me/sessions")).At("data").EnumerateArray().Single(one => one.At("attributes.current").GetBoolean()).Text("id")!;
            there[name] = (client, (await client.JsonAsync("/api/v1/me")).Text("data.id")!, created.Text("data.id")!, session);
        }

        foreach (var name in Names)
        {
            var (client, _, _, _) = there[name];
            // The list of sessions is of the account, wherever it is signed in.
            var seen = string.Concat((await client.JsonAsync("/api/v1/users")).GetRawText(), (await client.JsonAsync("/api/v1/api-keys")).GetRawText());
            foreach (var (other, theirs) in there.Where(one => one.Key != name))
            {
                foreach (var id in new[] { theirs.User, theirs.Key, theirs.Session, organizations[other] })
                {
                    seen.Should().NotContain(id, $"{name} sees nothing of {other}");
                }

                foreach (var path in new[] { $"/api/v1/users/{theirs.User}", $"/api/v1/api-keys/{theirs.Key}" })
                {
                    using var foreign = await client.GetAsync(path);
                    foreign.StatusCode.Should().Be(HttpStatusCode.NotFound);
                }
            }
        }

        // A reset ends the sessions everywhere, and each organization's log has its own.
        (await api.ResetAsync(await api.ResetTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);
        foreach (var (client, _, _, session) in there.Values)
        {
            using var refused = await client.GetAsync("/api/v1/me");
            refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where target_id = '{session}' and action = 'session.ended'")).Should().Be(1);
        }

        (await api.ScalarAsync<long>(
            """
            select count(*) from auditing.audit_logs l join users.users u on u.id = l.actor_id where u.organization_id <> l.organization_id
            """)).Should().Be(0, "nobody acts in an organization that they are not a user of");
    }
}
