using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>What is left of mails does not stay for ever.</summary>
public sealed class MailRetentionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private MailRetention Retention => api.Services.GetRequiredService<MailRetention>();

    [Fact]
    public async Task Mails_that_were_given_up_are_deleted_after_their_time_however_many_there_are()
    {
        await api.ExecuteAsync(
            $"""
            insert into mail.messages (id, template, created_at, due_at, attempts, failed_at)
            select gen_random_uuid(), case when day = 29 then 'kept' else 'old' end, t, t, 16, t
            from (select number, case when number > {2 * BatchDeletion.Size} then 29 else 31 end as day from generate_series(1, {(2 * BatchDeletion.Size) + 5}) number) rows,
              lateral (select timestamptz '{api.Clock.GetUtcNow():O}' - make_interval(days => day) as t) times
            """);

        await Retention.ApplyAsync(CancellationToken.None);

        (await api.ScalarAsync<long>("select count(*) from mail.messages where template = 'old'")).Should().Be(0);
        (await api.ScalarAsync<long>("select count(*) from mail.messages where template = 'kept'")).Should().Be(5);
    }

    [Fact]
    public async Task The_counts_of_an_address_are_deleted_after_the_hour_and_not_before()
    {
        await api.AddAsync(MailApi.Notice("counted@mail.test"));
        await Retention.ApplyAsync(CancellationToken.None);
        (await api.ScalarAsync<long>("select count(*) from mail.recipients")).Should().BePositive();

        api.Clock.Advance(TimeSpan.FromMinutes(61));
        await Retention.ApplyAsync(CancellationToken.None);

        (await api.ScalarAsync<long>("select count(*) from mail.recipients")).Should().Be(0);
    }

    [Fact]
    public async Task Files_are_deleted_after_their_time_and_nothing_else_in_the_directory()
    {
        await api.AddAsync(MailApi.Notice("file@mail.test"));
        (await api.MailsAsync("file@mail.test")).Should().ContainSingle();
        var ours = Directory.GetFiles(api.MailDirectory);
        var theirs = new[] { "20200101T000000000Z-notes.eml", "notes.txt" }.Select(name => Path.Combine(api.MailDirectory, name)).ToArray();
        foreach (var file in theirs)
        {
            await File.WriteAllTextAsync(file, "");
        }

        api.Clock.Advance(TimeSpan.FromDays(29));
        await Retention.ApplyAsync(CancellationToken.None);
        Directory.GetFiles(api.MailDirectory).Should().BeEquivalentTo([.. ours, .. theirs]);

        api.Clock.Advance(TimeSpan.FromDays(2));
        await Retention.ApplyAsync(CancellationToken.None);

        Directory.GetFiles(api.MailDirectory).Should().BeEquivalentTo(theirs);
    }
}
