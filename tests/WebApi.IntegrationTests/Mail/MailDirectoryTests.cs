using CleanApi.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Without a mail server, mails become files.</summary>
public sealed class MailDirectoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R237")]
    public async Task A_mail_has_a_subject_a_text_and_a_page_with_the_link()
    {
        await api.AddAsync(MailApi.Invitation("grace@mail.test"));

        var mail = await api.MailAsync("grace@mail.test", "invites you");

        mail.Subject.Should().Be("Ada Lovelace invites you to Acme");
        mail.Text.Should().Contain("29 November 2026, 09:30 UTC").And.NotContain("{{").And.NotContain("<");
        mail.Link.Should().Be("http://127.0.0.1:5080/auth/accept-invitation?token=tok_" + new string('a', 43));
        mail.Html.Should().Contain($"<a class=\"button\" href=\"{mail.Link}\">").And.Contain("<title>Ada Lovelace invites you to Acme</title>").And.NotContain("{{");
        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");
    }

    [Fact]
    public async Task Names_in_other_scripts_arrive_as_they_are()
    {
        await api.AddAsync(MailApi.Invitation("script@mail.test", "Zoë Ægir 山田", "..Ünïcode & <Söhne>"));

        var mail = await api.MailAsync("script@mail.test", "invites you");

        mail.Subject.Should().Be("Zoë Ægir 山田 invites you to ..Ünïcode & <Söhne>");
        mail.Text.Should().Contain("Zoë Ægir 山田 invites you to join ..Ünïcode & <Söhne> as member.");
    }

    [Fact]
    public async Task A_name_can_bring_neither_header_fields_nor_markup()
    {
        await api.AddAsync(MailApi.Invitation("inject@mail.test", "Eve\r\nBcc: victim@mail.test\r\n\r\nBuy", "<img src=x onerror=alert(1)>"));

        var mail = await api.MailAsync("inject@mail.test", "invites you");

        mail.Headers.Keys.Should().NotContain("Bcc");
        mail.Subject.Should().StartWith("Eve  Bcc: victim@mail.test    Buy invites you");
        mail.Html.Should().NotContain("<img").And.Contain("&lt;img src=x onerror=alert(1)&gt;");
    }

    [Fact]
    public async Task A_file_is_for_its_owner_only_and_named_by_time_and_id()
    {
        await api.AddAsync(MailApi.Invitation("owner@mail.test"));
        var mail = await api.MailAsync("owner@mail.test", "invites you");

        var id = mail.Headers["Message-ID"].Trim('<', '>').Split('@')[0];
        var file = Directory.GetFiles(api.MailDirectory, $"*-{id}.eml").Should().ContainSingle().Subject;
        Path.GetFileName(file).Should().MatchRegex(@"^\d{8}T\d{9}Z-[0-9a-f]{32}\.eml$");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(api.MailDirectory).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_sent()
    {
        await using var scope = api.Services.CreateAsyncScope();

        var failing = () => MailApi.AddAsync(scope.ServiceProvider, MailApi.Invitation("never@mail.test"), () => throw new InvalidOperationException("The command fails."));

        await failing.Should().ThrowAsync<InvalidOperationException>();
        (await api.MailsAsync("never@mail.test")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_sent_is_not_kept()
    {
        await api.AddAsync(MailApi.Invitation("gone@mail.test"));

        (await api.MailsAsync("gone@mail.test")).Should().ContainSingle();

        api.Services.GetRequiredService<EmailSettings>().Smtp.Should().BeNull();
        (await api.ScalarAsync<long>("select count(*) from mail.messages")).Should().Be(0);
    }
}
