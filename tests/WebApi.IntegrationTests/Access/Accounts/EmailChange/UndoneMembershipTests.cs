using System.Net;
using CleanApi.WebApi.IntegrationTests.Access.People;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Whoever has changed somebody's address has brought them into no organization.</summary>
[Trait("Requirement", "R250")]
public sealed class UndoneMembershipTests(EmailChangeApi api) : IClassFixture<EmailChangeApi>
{
    [Fact]
    public async Task Organizations_joined_or_founded_since_are_left_and_the_earlier_ones_stay()
    {
        var (email, client) = await api.PersonAsync();
        await api.JoinAsync(await api.OrganizationAsync("Earlier Ltd"), email, client);
        var stolen = await StolenAsync(email);
        await api.JoinAsync(await api.OrganizationAsync("Trap Ltd"), email, stolen);
        await FoundAsync(email, "Founded Ltd");
        var there = (await PeopleApi.OrganizationsAsync(stolen))["Founded Ltd"];
        using var founder = await api.SwitchedAsync(stolen, there);
        await AcceptAsync(await InviteAsync(founder));
        await api.ChangeAsync(stolen, AccountsApi.NewEmail());

        (await UndoAsync(email)).Should().Be((HttpStatusCode.NoContent, (string?)null));

        (await api.ResetAsync((await api.MailAsync(email, "Your address is restored")).Token)).Status.Should().Be(HttpStatusCode.NoContent);
        using var owner = await api.SignedInAsync(email, password: AccountsApi.NextPassword);
        (await PeopleApi.OrganizationsAsync(owner)).Keys.Should().BeEquivalentTo("Own Ltd", "Earlier Ltd");
        (await api.ScalarAsync<long>(
            "select count(*) from auditing.audit_logs entry join organizations.organizations place on place.id = entry.organization_id "
            + "where action = 'user.deleted' and name in ('Trap Ltd', 'Founded Ltd')"))
            .Should().Be(2);
    }

    [Fact]
    public async Task An_account_that_was_taken_out_of_all_others_is_closed_and_its_address_free()
    {
        var (email, _) = await api.PersonAsync();
        var stolen = await StolenAsync(email);
        var own = (await PeopleApi.OrganizationsAsync(stolen))["Own Ltd"];
        await api.JoinAsync(await api.OrganizationAsync("Other Ltd"), email, stolen);
        await api.ExecuteAsync($"update users.users set role = 'MEMBER' where email = '{email}'");
        var thief = AccountsApi.NewEmail();
        await api.ChangeAsync(stolen, thief);
        using var left = await stolen.DeleteAsync($"/api/v1/me/organizations/{own}");
        left.StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await UndoAsync(email)).Should().Be((HttpStatusCode.NoContent, (string?)null));

        (await api.MailAsync(email, "Your account was closed")).Text.Should().NotContain("token=");
        (await api.UsersAsync(email), await api.UsersAsync(thief)).Should().Be((0L, 0L));
        (await api.ChooseAsync(thief, AccountsApi.FirstPassword)).Status.Should().Be(HttpStatusCode.NoContent);
        await api.RegisterAsync(email);
        (await api.VerifyAsync(await api.VerificationTokenAsync(email, 2))).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_has_accepted_an_invitation_since_is_named_in_the_audit_log_and_stays()
    {
        var (email, client) = await api.PersonAsync();
        await AcceptAsync(await InviteAsync(client));
        var stolen = await StolenAsync(email);
        var accomplice = await InviteAsync(stolen);
        await AcceptAsync(accomplice);
        await api.ChangeAsync(stolen, AccountsApi.NewEmail());

        (await UndoAsync(email)).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.ResetAsync((await api.MailAsync(email, "Your address is restored")).Token)).Status.Should().Be(HttpStatusCode.NoContent);
        using var owner = await api.SignedInAsync(email, password: AccountsApi.NextPassword);
        var questioned = await api.ScalarAsync<string>(
            "select string_agg(target_id, ',') from auditing.audit_logs entry where action = 'invitation.questioned' "
            + $"and organization_id in (select organization_id from users.users where email = '{email}')");
        var invitation = await owner.JsonAsync($"/api/v1/invitations/{questioned}");
        invitation.Text("data.attributes.email").Should().Be(accomplice);
        (await owner.JsonAsync($"/api/v1/users?email={accomplice}")).Text("data.0.attributes.status").Should().Be("ACTIVE");
    }

    private async Task<HttpClient> StolenAsync(string email)
    {
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        return await api.SignedInAsync(email);
    }

    private async Task FoundAsync(string email, string name)
    {
        (await api.RegisterAsync(email, name)).Status.Should().Be(HttpStatusCode.Accepted);
        (await api.VerifyAsync((await api.MailAsync(email, "You have an account already")).Token, password: null)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    private static async Task<string> InviteAsync(HttpClient client)
    {
        var email = AccountsApi.NewEmail();
        using var sent = await client.PostJsonAsync("/api/v1/invitations", new { email, role = "MEMBER" });
        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return email;
    }

    private async Task AcceptAsync(string email)
    {
        var token = (await api.MailAsync(email, "invited")).Token;
        (await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Somebody", password = AccountsApi.FirstPassword })).Status.Should().Be(HttpStatusCode.Created);
    }

    private async Task<(HttpStatusCode Status, string? Code)> UndoAsync(string email) => await api.ConfirmAsync(await api.UndoTokenAsync(email));
}
