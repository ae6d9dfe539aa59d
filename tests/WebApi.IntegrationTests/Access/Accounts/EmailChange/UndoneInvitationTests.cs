using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Whoever has changed somebody's address has let nobody in either.</summary>
[Trait("Requirement", "R250")]
public sealed class UndoneInvitationTests(EmailChangeApi api) : IClassFixture<EmailChangeApi>
{
    [Fact]
    public async Task It_revokes_the_invitations_that_were_sent_since_and_leaves_the_earlier_ones()
    {
        var (email, client) = await api.PersonAsync();
        var mine = await InviteAsync(client);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var stolen = await api.SignedInAsync(email);
        var accomplice = await InviteAsync(stolen);
        await api.ChangeAsync(stolen, AccountsApi.NewEmail());

        (await api.ConfirmAsync(await api.UndoTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);

        (await LookupAsync(accomplice)).Should().Be(HttpStatusCode.UnprocessableEntity);
        (await LookupAsync(mine)).Should().Be(HttpStatusCode.OK);
        (await api.ScalarAsync<long>(
            $"select count(*) from auditing.audit_logs entry join users.users person on person.organization_id = entry.organization_id where person.email = '{email}' and action = 'invitation.revoked'"))
            .Should().Be(1);
    }

    private async Task<string> InviteAsync(HttpClient client)
    {
        var email = AccountsApi.NewEmail();
        using var sent = await client.PostJsonAsync("/api/v1/invitations", new { email, role = "ADMIN" });
        sent.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await api.MailAsync(email, "invited")).Token;
    }

    private async Task<HttpStatusCode> LookupAsync(string token) => (await api.PostAsync("/api/v1/invitations/lookup", new { token })).Status;
}
