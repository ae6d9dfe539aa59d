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
        mail.Subject.Should().Be("Zoë invites you to Acme");
        mail.Headers["From"].Should().Be("\"CleanApi\" <no-reply@cleanapi.test>");
        mail.Headers["Message-ID"].Should().MatchRegex("^<[0-9a-f]{32}@cleanapi.test>$");
        mail.Text.Should().Contain("Zoë invites you to join Acme as member.").And.Contain("token=tok_");
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
        error.Should().Be("SmtpException 451 LocalErrorInProcessing");
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
    public async Task A_mail_of_test_mode_goes_to_a_file_and_not_to_people()
    {
        await using (var scope = api.Services.CreateAsyncScope())
        {
            var (db, seal) = (scope.ServiceProvider.GetRequiredService<CleanApiDbContext>(), scope.ServiceProvider.GetRequiredService<MailSeal>());
            var (id, mail) = (Guid.CreateVersion7(), MailApi.Invitation("test-mode@mail.test"));
            db.Add(QueuedMail.Create(id, "invitation", seal.Close(id, new MailContent(mail.To.Value, MailValues.Of(mail))), livemode: false, api.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        (await api.MailAsync("test-mode@mail.test", "invites you")).Link.Should().Contain("token=");
        api.Received("test-mode@mail.test").Should().BeEmpty();
    }
}
