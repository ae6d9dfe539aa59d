using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

public sealed class MyInvitationsTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    [Fact]
    [Trait("Requirement", "R246")]
    public async Task They_are_listed_over_organizations_newest_first_and_each_is_accepted_or_declined_once()
    {
        var (email, first, second) = (await api.OrganizationAsync("Mine Ltd"), await api.OrganizationAsync("First Ltd"), await api.OrganizationAsync("Second Ltd"));
        var (older, newer) = (await api.InviteAsync(first, email, "VIEWER"), await api.InviteAsync(second, email, "ADMIN"));
        using var client = await api.SignedInAsync(email);

        var listed = (await client.JsonAsync("/api/v1/me/invitations")).At("data").EnumerateArray().ToList();
        listed.Select(one => (one.Text("id"), one.Text("attributes.organizationName"), one.Text("attributes.role"), one.Text("attributes.invitedBy")))
            .Should().Equal((newer, "Second Ltd", "ADMIN", "Ada Lovelace"), (older, "First Ltd", "VIEWER", "Ada Lovelace"));

        using var declined = await client.PostJsonAsync($"/api/v1/me/invitations/{newer}/decline", new { });
        declined.StatusCode.Should().Be(HttpStatusCode.NoContent);
        foreach (var act in new[] { "accept", "decline" })
        {
            using var again = await client.PostJsonAsync($"/api/v1/me/invitations/{newer}/{act}", new { });
            again.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        (await api.PostAsync("/api/v1/invitations/lookup", new { token = (await api.MailAsync(email, "invited", 2)).Token })).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        using var admin = await api.SignedInAsync(second);
        (await admin.JsonAsync($"/api/v1/invitations/{newer}")).Text("data.attributes.status").Should().Be("DECLINED");
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs l join invitations.invitations i on i.organization_id = l.organization_id
            where i.email = '{email}' and i.status = 'DECLINED' and l.action = 'invitation.declined' and l.actor_id is null and l.target_id = '{newer}'
            """)).Should().Be(1);
        using var revoked = await admin.DeleteAsync($"/api/v1/invitations/{newer}");
        revoked.StatusCode.Should().Be(HttpStatusCode.Conflict);

        await PeopleApi.AcceptOnlyAsync(client);
        using var member = await api.SwitchedAsync(client, (await PeopleApi.OrganizationsAsync(client))["First Ltd"]);
        (await member.JsonAsync("/api/v1/me")).Text("data.attributes.role").Should().Be("VIEWER");
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Of_any_number_that_accept_at_the_same_time_one_does_and_it_is_one_membership()
    {
        var (email, administrator) = (await api.OrganizationAsync("Race Ltd"), await api.OrganizationAsync("Track Ltd"));
        var id = await api.InviteAsync(administrator, email);
        using var client = await api.SignedInAsync(email);
        var token = (await api.MailAsync(email, "invited")).Token;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? client.PostJsonAsync($"/api/v1/me/invitations/{id}/accept", new { })
            : client.PostJsonAsync("/api/v1/invitations/accept", new { token })));

        answers.Count(answer => answer.IsSuccessStatusCode).Should().Be(1);
        answers.Where(answer => !answer.IsSuccessStatusCode).Should()
            .OnlyContain(answer => answer.StatusCode == HttpStatusCode.NotFound || answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        (await PeopleApi.OrganizationsAsync(client)).Keys.Should().Equal("Race Ltd", "Track Ltd");
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task An_invitation_of_somebody_else_is_neither_listed_nor_accepted_nor_declined()
    {
        var id = await api.InviteAsync(await api.OrganizationAsync("Theirs Ltd"), AccountsApi.NewEmail());
        using var client = await api.SignedInAsync(await api.OrganizationAsync("Nosy Ltd"));
        (await client.JsonAsync("/api/v1/me/invitations")).At("data").GetArrayLength().Should().Be(0);
        foreach (var act in new[] { "accept", "decline" })
        {
            using var response = await client.PostJsonAsync($"/api/v1/me/invitations/{id}/{act}", new { });
            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task A_link_says_who_invites_and_an_account_signs_in_to_use_it()
    {
        var (email, administrator, other) = (await api.OrganizationAsync("Home Ltd"), await api.OrganizationAsync("Host Ltd"), await api.OrganizationAsync("Other Ltd"));
        await api.InviteAsync(administrator, email, "ADMIN");
        var token = (await api.MailAsync(email, "invited")).Token;

        var (found, preview) = await api.PostAsync("/api/v1/invitations/lookup", new { token });
        found.Should().Be(HttpStatusCode.OK);
        (preview.Text("data.attributes.organizationName"), preview.Text("data.attributes.invitedBy"), preview.Text("data.attributes.role"), preview.Text("data.attributes.email"))
            .Should().Be(("Host Ltd", "Ada Lovelace", "ADMIN", email));
        preview.At("data.attributes.hasAccount").GetBoolean().Should().BeTrue();

        var (anonymous, body) = await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Mallory", password = AccountsApi.NextPassword });
        (anonymous, body.Text("error.details.0.code")).Should().Be((HttpStatusCode.Conflict, "ACCOUNT_EXISTS"));
        using var stranger = await api.SignedInAsync(other);
        using var refused = await stranger.PostJsonAsync("/api/v1/invitations/accept", new { token });
        (await PeopleApi.RefusalAsync(refused)).Should().Be((HttpStatusCode.Forbidden, "OTHER_ACCOUNT"));
        using var client = await api.SignedInAsync(email);
        using var wrong = await client.PostJsonAsync("/api/v1/invitations/accept", new { token, password = AccountsApi.NextPassword });
        (await wrong.JsonAsync()).Text("error.details.0.field").Should().Be("password");

        using var accepted = await client.PostJsonAsync("/api/v1/invitations/accept", new { token });

        (accepted.StatusCode, (await accepted.JsonAsync()).Text("data.attributes.role")).Should().Be((HttpStatusCode.OK, "ADMIN"));
        (await PeopleApi.OrganizationsAsync(client)).Keys.Should().Equal("Home Ltd", "Host Ltd");
        (await api.PostAsync("/api/v1/invitations/lookup", new { token })).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }
}
