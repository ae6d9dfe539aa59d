using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Settings that cannot be meant stop the start and are named.</summary>
public sealed class EmailSettingsTests
{
    [Fact]
    public void Without_settings_mails_become_files_beside_the_database()
    {
        var settings = Read("Embedded:DataDirectory=/var/lib/cleanapi/postgres");

        (settings.Smtp, settings.Directory).Should().Be((null, "/var/lib/cleanapi/mail"));
    }

    [Fact]
    public void A_server_is_reached_by_starttls_at_the_submission_port_unless_set_otherwise()
    {
        var settings = Read("Email:Smtp:Host=mail.test", "Email:From=CleanApi <no-reply@cleanapi.test>", "Email:Smtp:Username=u", "Email:Smtp:Password=s3cret");

        settings.Smtp.Should().Be(new SmtpSettings("mail.test", 587, SmtpSecurity.StartTls, "u", "s3cret"));
        (settings.From.Address, settings.From.Name).Should().Be(("no-reply@cleanapi.test", "CleanApi"));
        settings.ToString().Should().NotContain("s3cret");
    }

    [Theory]
    [InlineData(465, nameof(SmtpSecurity.ImplicitTls), "Email:Smtp:Port=465")]
    [InlineData(465, nameof(SmtpSecurity.ImplicitTls), "Email:Smtp:Security=ImplicitTls")]
    [InlineData(2465, nameof(SmtpSecurity.ImplicitTls), "Email:Smtp:Port=2465", "Email:Smtp:Security=implicittls")]
    [InlineData(25, nameof(SmtpSecurity.StartTls), "Email:Smtp:Port=25")]
    [InlineData(465, nameof(SmtpSecurity.StartTls), "Email:Smtp:Port=465", "Email:Smtp:Security=StartTls")]
    public void Port_and_protection_follow_from_each_other_unless_both_are_set(int port, string security, params string[] lines)
    {
        var smtp = Read(["Email:Smtp:Host=mail.test", "Email:From=a@cleanapi.test", .. lines]).Smtp!;

        (smtp.Port, smtp.Security.ToString()).Should().Be((port, security));
    }

    [Theory]
    [InlineData("Email__From", "Email:Smtp:Host=mail.test")]
    [InlineData("Email__From", "Email:From=nobody")]
    [InlineData("Email__From", "Email:From=a@cleanapi.test, b@cleanapi.test")]
    [InlineData("Email__KeepFailedDays", "Email:KeepFailedDays=0")]
    [InlineData("Email__KeepFilesDays", "Email:KeepFilesDays=366")]
    [InlineData("Email__KeepFilesDays", "Email:KeepFilesDays=a week")]
    [InlineData("Email__Smtp__Host", "Email:Smtp:Password=s3cret")]
    [InlineData("Email__Smtp__Host", "Email:Smtp:Host=not a host")]
    [InlineData("Email__Smtp__Port", "Email:Smtp:Host=mail.test", "Email:Smtp:Port=0")]
    [InlineData("Email__Smtp__Password", "Email:Smtp:Host=mail.test", "Email:Smtp:Username=u")]
    [InlineData("Email__Smtp__Username", "Email:Smtp:Host=mail.test", "Email:Smtp:Password=s3cret")]
    [InlineData("Email__Smtp__Security", "Email:Smtp:Host=mail.test", "Email:Smtp:Security=None")]
    [InlineData("Email__Smtp__Security", "Email:Smtp:Host=localhost", "Email:Smtp:Security=Ssl")]
    public void A_wrong_setting_is_named(string setting, params string[] lines)
    {
        var reading = () => Read(lines);

        // An address in it would be masked on its way to the operator.
        reading.Should().Throw<StartException>().Which.Message.Should().Contain(setting).And.NotContainAny("s3cret", "@");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Without_protection_only_to_the_same_machine(string host) =>
        Read($"Email:Smtp:Host={host}", "Email:Smtp:Security=None", "Email:From=a@cleanapi.test").Smtp!.Security.Should().Be(SmtpSecurity.None);

    private static EmailSettings Read(params string[] lines) => EmailSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(lines.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build());
}
