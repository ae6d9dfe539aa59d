using System.Text;
using CleanApi.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Without a mail server, mails become files.</summary>
public sealed class MailDirectoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R237")]
    public async Task A_mail_has_a_subject_a_text_and_a_page_with_the_link()
    {
        await api.AddAsync(MailApi.Invitation("grace@mail.test"));

        var mail = await api.MailAsync("grace@mail.test", "invited");

        mail.Subject.Should().Be("You are invited to join an organization");
        mail.Text.Should().Contain("29 November 2026, 09:30 UTC").And.NotContain("{{").And.NotContain("<");
        mail.Link.Should().Be("http://127.0.0.1:5080/auth/accept-invitation?token=tok_" + new string('a', 43));
        mail.Html.Should().Contain($"<a class=\"button\" href=\"{mail.Link}\">").And.Contain("<title>You are invited to join an organization</title>").And.NotContain("{{");
        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");
    }

    [Fact]
    public async Task Names_in_other_scripts_arrive_as_they_are()
    {
        await api.AddAsync(MailApi.Invitation("script@mail.test", "Zoë Ægir 山田", "..Ünïcode & <Söhne>"));

        var mail = await api.MailAsync("script@mail.test", "invited");

        mail.Text.Should().Contain("    Zoë Ægir 山田").And.Contain("    .\u200b.\u200bÜnïcode & <Söhne>").And.Contain("as a member.");
    }

    [Fact]
    public async Task A_name_can_bring_neither_header_fields_nor_markup()
    {
        await api.AddAsync(MailApi.Invitation("inject@mail.test", "Eve\r\nBcc: victim@mail.test\r\n\r\nBuy", "<img src=x onerror=alert(1)>"));

        var mail = await api.MailAsync("inject@mail.test", "invited");

        mail.Headers.Keys.Should().NotContain("Bcc");
        mail.Subject.Should().NotContainAny("Eve", "Buy", "<img");
        mail.Html.Should().NotContain("<img").And.Contain("&lt;img src=x onerror=alert(1)&gt;");
    }

    [Theory]
    [InlineData("=?utf-8?q?https=3A=2F=2Fevil=2Eexample?= was linked")]
    [InlineData("=?utf-8?b?aHR0cHM6Ly9ldmlsLmV4YW1wbGU=?=")]
    [InlineData("Zoë =?us-ascii?q?one?= =?us-ascii?q?two?= and so much more text that it takes a second encoded word, and 山田 in the third one")]
    public void Text_that_looks_like_an_encoded_word_is_literal(string subject)
    {
        using var message = new MimeMessage { Body = new TextPart("plain") { Text = "Hello" } };
        message.Headers.Replace(MailSubject.Header(subject));
        using var stream = new MemoryStream();
        message.WriteTo(stream);

        stream.Position = 0;
        using var read = MimeMessage.Load(stream);
        read.Subject.Should().Be(subject);
        Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 76);
    }

    [Fact]
    public async Task No_line_of_a_file_is_longer_than_998_octets_and_short_ones_are_as_they_are_read()
    {
        var name = string.Concat(Enumerable.Repeat("山", 100));
        await api.AddAsync(MailApi.Invitation("long@mail.test", name, string.Concat(Enumerable.Repeat("田", 200))));
        var mail = await api.MailAsync("long@mail.test", "invited");

        var file = await File.ReadAllBytesAsync(Directory.GetFiles(api.MailDirectory, $"*-{mail.Headers["Message-ID"][1..33]}.eml").Single());
        Lines(file).Should().OnlyContain(line => line <= 998);
        Encoding.UTF8.GetString(file).Should().Contain("\r\nContent-Transfer-Encoding: quoted-printable\r\n").And.Contain(mail.Link).And.Contain($"\r\n    {name}\r\n");
        mail.Html.Should().Contain(string.Concat(Enumerable.Repeat("&#x7530;", 200)));
    }

    [Fact]
    public async Task A_file_is_for_its_owner_only_and_named_by_time_and_id()
    {
        await api.AddAsync(MailApi.Invitation("owner@mail.test"));
        var mail = await api.MailAsync("owner@mail.test", "invited");

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

    private static IEnumerable<int> Lines(byte[] file) => Encoding.Latin1.GetString(file).Split("\r\n").Select(line => line.Length);
}
