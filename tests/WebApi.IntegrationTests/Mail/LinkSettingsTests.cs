using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Where the links of mails lead.</summary>
public sealed class LinkSettingsTests
{
    private const string Token = "tok_0123456789012345678901234567890123456789012";

    [Fact]
    public void Without_settings_they_lead_to_our_pages()
    {
        var links = LinkSettings.Read(new ConfigurationManager(), "https://api.acme.test");

        new[] { links.VerifyEmail(Token), links.ResetPassword(Token), links.AcceptInvitation(Token), links.ConfirmEmail(Token) }.Select(link => link.Address).Should().Equal(
            $"https://api.acme.test/auth/verify-email?token={Token}", $"https://api.acme.test/auth/reset-password?token={Token}",
            $"https://api.acme.test/auth/accept-invitation?token={Token}", $"https://api.acme.test/auth/confirm-email?token={Token}");
    }

    [Theory]
    [InlineData("https://app.acme.test/verify?t={token}")]
    [InlineData("https://app.acme.test/verify/{token}/now")]
    [InlineData("https://app.acme.test/#/verify/{token}")]
    [InlineData("http://localhost:3000/verify?token={token}&lang=en")]
    [InlineData("http://127.0.0.1:3000/verify?token={token}")]
    [InlineData("http://[::1]:3000/{token}")]
    public void A_setting_leads_to_a_front_end_of_one_s_own(string template) =>
        LinkSettings.Read(new ConfigurationManager { ["Links:ConfirmEmail"] = template }, "https://api.acme.test").ConfirmEmail(Token).Address
            .Should().Be(template.Replace("{token}", Token, StringComparison.Ordinal));

    [Theory]
    [InlineData("VerifyEmail", "https://app.acme.test/verify")]
    [InlineData("VerifyEmail", "https://app.acme.test/{token}/{token}")]
    [InlineData("VerifyEmail", "https://app.acme.test/{Token}")]
    [InlineData("ResetPassword", "http://app.acme.test/?token={token}")]
    [InlineData("ResetPassword", "/reset?token={token}")]
    [InlineData("ResetPassword", "javascript:alert('{token}')")]
    [InlineData("AcceptInvitation", "https://{token}.evil.test/")]
    [InlineData("AcceptInvitation", "https://user:{token}@app.acme.test/")]
    [InlineData("AcceptInvitation", "https://me@app.acme.test/{token}")]
    [InlineData("ConfirmEmail", "https://app.acme.test/a b?token={token}")]
    [InlineData("ConfirmEmail", "ftp://app.acme.test/{token}")]
    public void A_wrong_setting_is_named(string name, string template)
    {
        var reading = () => LinkSettings.Read(new ConfigurationManager { [$"Links:{name}"] = template }, "https://api.acme.test");

        reading.Should().Throw<StartException>().WithMessage($"Links__{name} has to be*");
    }
}
