using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Persistence;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>With a mail server, mails go to people; what it refuses is tried again or given up.</summary>
public sealed class SmtpTests(SmtpApi api) : IClassFixture<SmtpApi>
{
    private const string Waiting = "select count(*) from mail.messages where failed_at is null";

    [Fact]
    [Trait("Requirement", "R210")]
    public async Task A_mail_is_handed_to_the_server_once()
    {
        await api.AddAsync(MailApi.Invitation("smtp@mail.test", "Zoë"));

        await Probe.UntilAsync("it was sent", async () => await api.ScalarAsync<long>(Waiting) == 0);

        var mail = api.Received("smtp@mail.test").Should().ContainSingle().Subject;
        mail.Subject.Should().Be("You are invited to join an organization");
        mail.Headers["From"].Should().Be("CleanApi <no-reply@cleanapi.test>");
        mail.Headers["Message-ID"].Should().MatchRegex("^<[0-9a-f]{32}@cleanapi.test>$");
        mail.Text.Should().Contain("invited to join an organization as a member.").And.Contain("    Zoë").And.Contain("token=tok_");
        mail.Html.Should().Contain("<!doctype html>");
    }

    [Fact]
    public async Task Of_several_senders_at_once_each_mail_is_taken_by_one()
    {
        var people = Enumerable.Range(0, 30).Select(i => $"many{i}@mail.test").ToList();
        foreach (var person in people)
        {
            await api.AddAsync(MailApi.Invitation(person));
        }

        await Probe.UntilAsync("all were sent", async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.Sender.RunOnceAsync(CancellationToken.None)));
            return await api.ScalarAsync<long>(Waiting) == 0;
        });

        people.Should().OnlyContain(person => api.Received(person).Count() == 1);
    }

    [Fact]
    [Trait("Requirement", "R210")]
    public async Task What_the_server_refuses_for_now_is_tried_again_with_the_same_message_id()
    {
        var tries = 0;
        api.Server.Recipient = line => line.Contains("later@mail.test", StringComparison.Ordinal) && ++tries == 1 ? "451 Try later" : "250 Fine";

        await api.AddAsync(MailApi.Invitation("later@mail.test"));
        await Probe.UntilAsync("it was refused", async () =>
            await api.ScalarAsync<string>("select last_error from mail.messages where failed_at is null and attempts = 1") is not null);
        var error = await api.ScalarAsync<string>("select last_error from mail.messages where failed_at is null");
        error.Should().Be("RecipientNotAccepted 451");
        var id = await api.ScalarAsync<Guid>("select id from mail.messages where failed_at is null");
        api.Clock.Advance(TimeSpan.FromMinutes(1));

        await Probe.UntilAsync("it was sent", async () => await api.ScalarAsync<long>(Waiting) == 0);
        api.Received("later@mail.test").Should().ContainSingle().Which.Headers["Message-ID"].Should().Be($"<{id:N}@cleanapi.test>");
    }

    [Fact]
    public async Task What_the_server_refuses_for_good_is_given_up_at_once_and_what_it_said_is_removed()
    {
        api.Server.Recipient = line => line.Contains("nobody@mail.test", StringComparison.Ordinal) ? "550 No such mailbox" : "250 Fine";

        await api.AddAsync(MailApi.Invitation("nobody@mail.test"));

        await Probe.UntilAsync("it was given up", async () => await api.ScalarAsync<long>("select count(*) from mail.messages where failed_at is not null") == 1);
        (await api.ScalarAsync<long>("select count(*) from mail.messages where failed_at is not null and encrypted_content is null and attempts = 1")).Should().Be(1);
        await Probe.UntilAsync("it is logged", () => api.Logs.Lines.Any(line => line.Level == LogLevel.Error && line.Message.Contains("is given up", StringComparison.Ordinal)));
        api.Logs.Lines.Should().NotContain(line => line.Message.Contains("nobody@mail.test", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R210")]
    public async Task While_the_server_keeps_silent_for_one_recipient_the_mails_of_others_leave()
    {
        api.Server.Recipient = line => line.Contains("silence@mail.test", StringComparison.Ordinal) ? null : "250 Fine";
        await api.AddAsync(MailApi.Invitation("silence@mail.test"));
        await Probe.UntilAsync("the server keeps silent", () => api.Server.Commands.Any(command => command.Contains("silence@mail.test", StringComparison.Ordinal)));
        var others = Enumerable.Range(0, 10).Select(i => $"other{i}@mail.test").ToList();
        foreach (var other in others)
        {
            await api.AddAsync(MailApi.Invitation(other));
        }

        await Probe.UntilAsync("the others have left", () => others.TrueForAll(other => api.Received(other).Any()));
        api.Server.Recipient = _ => "250 Fine";
        api.Clock.Advance(SmtpTransport.Patience);
        await Probe.UntilAsync("the silence has ended", async () => (await api.ScalarAsync<string>("select last_error from mail.messages where failed_at is null"))?.StartsWith("TimeoutRejected", StringComparison.Ordinal) is true);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await Probe.UntilAsync("it was sent", async () => await api.ScalarAsync<long>(Waiting) == 0);
        api.Received("silence@mail.test").Should().ContainSingle();
    }

    [Fact]
    public async Task A_domain_in_other_scripts_needs_no_extension()
    {
        await api.AddAsync(MailApi.Invitation("ana@bücher.example"));

        await Probe.UntilAsync("it was sent", () => api.Server.Commands.Any(command => command.Contains("ana@", StringComparison.Ordinal)));
        api.Server.Commands.Should().Contain("RCPT TO:<ana@xn--bcher-kva.example>").And.NotContain(command => command.Contains("SMTPUTF8", StringComparison.Ordinal));
        await Probe.UntilAsync("it was taken", () => api.Server.Messages.Any(message => message.Contains("\r\nTo: ana@xn--bcher-kva.example\r\n", StringComparison.Ordinal)));
    }
}
