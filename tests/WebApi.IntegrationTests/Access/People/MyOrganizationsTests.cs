using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

public sealed class MyOrganizationsTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Who_leaves_keeps_the_others_and_their_keys_and_sessions_there_end()
    {
        var (email, administrator) = (await api.OrganizationAsync("Stay Ltd"), await api.OrganizationAsync("Leave Ltd"));
        await api.InviteAsync(administrator, email, "ADMIN");
        using var here = await api.SignedInAsync(email);
        await PeopleApi.AcceptOnlyAsync(here);
        var there = (await PeopleApi.OrganizationsAsync(here))["Leave Ltd"];
        using var session = await api.SwitchedAsync(here, there);
        using var key = await session.PostJsonAsync("/api/v1/api-keys", new { name = "Import", scopes = new[] { "users:read" } });
        using var program = api.CreateClient((await key.JsonAsync()).Text("data.attributes.key"));

        using var left = await here.DeleteAsync($"/api/v1/me/organizations/{there}");

        left.StatusCode.Should().Be(HttpStatusCode.NoContent, await left.Content.ReadAsStringAsync());
        (await PeopleApi.OrganizationsAsync(here)).Keys.Should().Equal("Stay Ltd");
        foreach (var client in new[] { session, program })
        {
            using var refused = await client.GetAsync("/api/v1/users");
            refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        using var admin = await api.SignedInAsync(administrator);
        (await admin.JsonAsync($"/api/v1/users?email={email}")).At("data").GetArrayLength().Should().Be(0);
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs l join users.users u on u.id = l.actor_id and u.organization_id = l.organization_id
            where l.action = 'organization.left' and l.target_type = 'user' and l.outcome = 'SUCCEEDED' and u.email = '{email}'
            """)).Should().Be(1);
        await api.InviteAsync(administrator, email);
        await PeopleApi.AcceptOnlyAsync(here);
        (await PeopleApi.OrganizationsAsync(here)).Keys.Should().Equal("Stay Ltd", "Leave Ltd");
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task The_last_administrator_stays_and_of_two_who_leave_at_once_one_does()
    {
        var (email, other) = (await api.OrganizationAsync("Both Ltd"), await api.OrganizationAsync("Elsewhere Ltd"));
        using var one = await api.SignedInAsync(email);
        var id = (await PeopleApi.OrganizationsAsync(one)).Values.Single();
        using var alone = await one.DeleteAsync($"/api/v1/me/organizations/{id}");
        (await PeopleApi.RefusalAsync(alone)).Should().Be((HttpStatusCode.Conflict, "LAST_ADMINISTRATOR"));
        await api.InviteAsync(email, other, "ADMIN");
        using var two = await api.SignedInAsync(other);
        await PeopleApi.AcceptOnlyAsync(two);

        var answers = await Task.WhenAll(one.DeleteAsync($"/api/v1/me/organizations/{id}"), two.DeleteAsync($"/api/v1/me/organizations/{id}"));

        answers.Select(answer => answer.StatusCode).Should().BeEquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task The_account_ends_with_its_last_organization_and_the_address_is_free()
    {
        var (administrator, email) = (await api.OrganizationAsync("Host Ltd"), AccountsApi.NewEmail());
        await api.InviteAsync(administrator, email);
        var token = (await api.MailAsync(email, "invited")).Token;
        await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Grace", password = AccountsApi.FirstPassword });
        using var client = await api.SignedInAsync(email);

        using var left = await client.DeleteAsync($"/api/v1/me/organizations/{(await PeopleApi.OrganizationsAsync(client)).Values.Single()}");

        left.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await api.CanSignInAsync(email, AccountsApi.FirstPassword)).Should().BeFalse();
        (await api.ChooseAsync(email, AccountsApi.NextPassword, "Anew Ltd")).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task An_administrator_who_cannot_sign_in_is_no_other_administrator()
    {
        var email = await api.OrganizationAsync("Alone Ltd");
        using var client = await api.SignedInAsync(email);
        using var created = await client.PostJsonAsync("/api/v1/users", new { email = AccountsApi.NewEmail(), name = "Nobody", role = "ADMIN" });
        var path = $"/api/v1/users/{(await created.JsonAsync()).Text("data.id")}";
        using var activated = await client.PostAsync($"{path}/activate", null);
        activated.StatusCode.Should().Be(HttpStatusCode.OK);
        var id = (await PeopleApi.OrganizationsAsync(client)).Values.Single();

        using var refused = await client.DeleteAsync($"/api/v1/me/organizations/{id}");
        (await PeopleApi.RefusalAsync(refused)).Should().Be((HttpStatusCode.Conflict, "LAST_ADMINISTRATOR"));

        using var demoted = await client.PatchTextAsync(path, """{"role":"MEMBER"}""");
        demoted.StatusCode.Should().Be(HttpStatusCode.OK, "the caller stays");
    }

    [Fact]
    public async Task Whoever_leaves_is_told_by_mail()
    {
        var (email, _, second, _) = await api.PersonAsync();
        using var client = await api.SignedInAsync(email);
        using var left = await client.DeleteAsync($"/api/v1/me/organizations/{second}");
        left.StatusCode.Should().Be(HttpStatusCode.NoContent);
        var mail = await api.MailAsync(email, "You have left an organization");
        (mail.Subject, mail.Text.Contains("Second Ltd", StringComparison.Ordinal)).Should().Be(("You have left an organization", true));
    }

    [Fact]
    public async Task An_organization_of_others_cannot_be_left()
    {
        using var client = await api.SignedInAsync(await api.OrganizationAsync("Mine Ltd"));
        using var stranger = await api.SignedInAsync(await api.OrganizationAsync("Theirs Ltd"));
        using var response = await client.DeleteAsync($"/api/v1/me/organizations/{(await PeopleApi.OrganizationsAsync(stranger)).Values.Single()}");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
