using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Queue;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Mails that cannot leave wait, unreadable, and not for ever.</summary>
public sealed class MailQueueTests(MailOutageApi api) : IClassFixture<MailOutageApi>
{
    [Fact]
    [Trait("Requirement", "R183")]
    public async Task What_waits_cannot_be_read_from_the_database()
    {
        await api.AddAsync(MailApi.Invitation("secret@mail.test"));

        var row = await api.ScalarAsync<string>("select m::text || encode(encrypted_content, 'escape') from mail.messages m order by created_at desc limit 1");

        row.Should().Contain("invitation").And.NotContain("secret").And.NotContain("tok_").And.NotContain("Lovelace");
    }

    [Fact]
    public async Task A_mail_is_one_senders_until_its_lease_ends_and_then_another_s()
    {
        var queue = api.Services.GetRequiredService<MailQueue>();
        await api.AddAsync(MailApi.Invitation("lease@mail.test"));
        var id = await api.ScalarAsync<Guid>("select id from mail.messages order by created_at desc limit 1");
        var mine = await ClaimAsync(queue, id);

        (await queue.ClaimAsync(100, CancellationToken.None)).Should().NotContain(mail => mail.Id == id);
        var theirs = await ClaimAsync(queue, id);
        var late = () => queue.CompleteAsync(mine, CancellationToken.None);
        await late.Should().ThrowAsync<LeaseLostException>();
        (await ExistsAsync(id)).Should().BeTrue("the turn was over");
        await queue.CompleteAsync(theirs, CancellationToken.None);
        (await ExistsAsync(id)).Should().BeFalse();
    }

    [Fact]
    [Trait("Requirement", "R210")]
    public async Task A_mail_is_given_up_after_sixteen_attempts_and_what_it_said_is_removed()
    {
        await api.AddAsync(MailApi.Invitation("given-up@mail.test"));
        var id = await api.ScalarAsync<Guid>("select id from mail.messages order by created_at desc limit 1");

        await Probe.UntilAsync("it is given up", async () =>
        {
            api.Clock.Advance(TimeSpan.FromHours(1));
            await api.Sender.RunOnceAsync(CancellationToken.None);
            return await api.ScalarAsync<DateTime?>($"select failed_at from mail.messages where id = '{id}'") is not null;
        });

        (await api.ScalarAsync<int>($"select attempts from mail.messages where id = '{id}' and encrypted_content is null")).Should().Be(MailSender.MaxAttempts);
        api.Logs.Lines.Should().Contain(line => line.Level == LogLevel.Error && line.Message.Contains(id.ToString(), StringComparison.Ordinal));
        api.Logs.Lines.Should().NotContain(line => line.Message.Contains("given-up@mail.test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 0, 20)]
    [InlineData(2, 0, 40)]
    [InlineData(20, 0, 7200)]
    public void The_longest_pause_doubles_up_to_two_hours_and_the_pause_is_anywhere_below(int attempts, int least, int most) =>
        Enumerable.Range(0, 200).Select(_ => MailSender.Retries.Pause(attempts).TotalSeconds).Should().OnlyContain(pause => pause >= least && pause <= most);

    // The program's own sender looks too: whoever comes first has it, and an hour later it is free again.
    private async Task<QueuedMail> ClaimAsync(MailQueue queue, Guid id)
    {
        QueuedMail? mine = null;
        await Probe.UntilAsync("the mail is claimed", async () =>
        {
            api.Clock.Advance(TimeSpan.FromHours(1));
            mine = (await queue.ClaimAsync(100, CancellationToken.None)).FirstOrDefault(mail => mail.Id == id);
            return mine is not null;
        });
        return mine!;
    }

    private async Task<bool> ExistsAsync(Guid id) => await api.ScalarAsync<long>($"select count(*) from mail.messages where id = '{id}'") == 1;
}
