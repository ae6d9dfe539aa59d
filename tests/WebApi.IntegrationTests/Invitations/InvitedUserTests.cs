using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>What happens to a user who is invited and not in yet also happens to their invitation.</summary>
public sealed class InvitedUserTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Theory]
    [InlineData("DELETE", "", HttpStatusCode.NoContent)]
    [InlineData("POST", "/deactivate", HttpStatusCode.OK)]
    [Trait("Requirement", "R212")]
    public async Task Whoever_is_thrown_out_before_they_came_does_not_come_in_with_their_link(string method, string action, HttpStatusCode expected)
    {
        var (person, token) = await InvitedAsync("ADMIN");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "VIEWER" })).Expect(HttpStatusCode.OK);

        var thrownOut = (await api.SendAsync(ApiFixture.Admin, method, person.Path + action)).Expect(expected);

        (await api.AuditAsync(thrownOut)).Select(entry => entry.Text("action")).Should().Contain("invitation.revoked");
        await ExpectClosedAsync(person.Email, token);
        if (action.Length > 0)
        {
            (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
            await ExpectClosedAsync(person.Email, token);
        }

        await InvitationsApi.InviteAsync(api, person.Email, "VIEWER");
        var (accepted, body) = await api.AcceptAsync(await api.InvitationTokenAsync(person.Email, 2));
        (accepted, body.Text("data.attributes.role")).Should().Be((HttpStatusCode.Created, "VIEWER"), "who is invited again comes in");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ADMIN")]
    [Trait("Requirement", "R212")]
    public async Task The_role_given_last_is_the_one_that_they_come_in_with(string? named)
    {
        var (person, token) = await InvitedAsync("ADMIN");
        if (named is not null)
        {
            await InvitationsApi.InviteAsync(api, person.Email, named);
            token = await api.InvitationTokenAsync(person.Email, 2);
        }

        var changed = (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "VIEWER" })).Expect(HttpStatusCode.OK);

        (await api.AuditAsync(changed)).Select(entry => entry.Text("action")).Should().BeEquivalentTo("user.updated", "invitation.role_changed");
        (await api.PostAsync(null, $"{InvitationsApi.Path}/lookup", new { token })).Body.Text("data.attributes.role").Should().Be("VIEWER");
        var (status, body) = await api.AcceptAsync(token);
        (status, body.Text("data.attributes.role")).Should().Be((HttpStatusCode.Created, "VIEWER"));
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "MEMBER" })).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "R213")]
    public async Task Whoever_is_invited_again_while_they_accept_has_no_second_invitation(bool isUser)
    {
        for (var round = 0; round < 8; round++)
        {
            var email = UsersApi.NewEmail();
            if (isUser)
            {
                (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = "Grace Hopper", role = "MEMBER" })).Expect(HttpStatusCode.Created);
            }

            await InvitationsApi.InviteAsync(api, email);
            var token = await api.InvitationTokenAsync(email);

            var accepting = api.AcceptAsync(token);
            var inviting = api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, new { email, role = "MEMBER" });
            var (accepted, invited) = ((await accepting).Status, (await inviting).Status);

            (accepted, invited).Should().BeOneOf(
                (HttpStatusCode.Created, HttpStatusCode.Conflict), (HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK));
            (await PendingAsync(email)).Should().Be(accepted == HttpStatusCode.Created ? 0 : 1);
        }
    }

    private async Task<(Person Person, string Token)> InvitedAsync(string role)
    {
        var email = UsersApi.NewEmail();
        var created = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = "Grace Hopper", role, sendInvitation = true });
        return (new Person(created.Expect(HttpStatusCode.Created).Text("data.id")!, email), await api.InvitationTokenAsync(email));
    }

    private async Task ExpectClosedAsync(string email, string token)
    {
        (await api.AcceptAsync(token)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await PendingAsync(email)).Should().Be(0);
    }

    private Task<long> PendingAsync(string email) =>
        api.ScalarAsync<long>($"select count(*) from invitations.invitations where email = '{email}' and status = 'PENDING'");
}
