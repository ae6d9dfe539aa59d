using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Mail;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>Mail that does not leave fails nobody's request.</summary>
public sealed class InvitationOutageTests(MailOutageApi api) : IClassFixture<MailOutageApi>
{
    [Fact]
    [Trait("Requirement", "R210")]
    [Trait("Requirement", "R230")]
    public async Task Inviting_succeeds_while_no_mail_can_be_sent_and_the_mail_waits()
    {
        (await api.InviteAsync("patient@new.test")).Should().StartWith("inv_");

        await Probe.UntilAsync(
            "the mail waits", async () => await api.ScalarAsync<long>("select count(*) from mail.messages where template = 'invitation' and failed_at is null and attempts > 0") == 1);
    }
}
