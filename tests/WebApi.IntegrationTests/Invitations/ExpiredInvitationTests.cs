using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>In a program of its own, whose clock goes on by days.</summary>
public sealed class ExpiredInvitationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R193")]
    [Trait("Requirement", "R212")]
    public async Task After_seven_days_it_is_gone_and_can_be_sent_again()
    {
        var id = await api.InviteAsync("late@new.test");
        var token = await api.InvitationTokenAsync("late@new.test");
        api.Clock.Advance(TimeSpan.FromDays(7));

        var (status, body) = await api.AcceptAsync(token);

        (status, body.Text("error.code"), body.Text("error.message")).Should().Be((HttpStatusCode.Gone, "GONE", "The invitation has expired"));
        (await api.ScalarAsync<long>("select count(*) from users.users where email = 'late@new.test'")).Should().Be(0);
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        using var resent = await admin.PostJsonAsync($"{InvitationsApi.Path}/{id}/resend", new { });
        resent.StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.AcceptAsync(await api.InvitationTokenAsync("late@new.test", 2))).Status.Should().Be(HttpStatusCode.Created);
    }
}
