using System.Data;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

public sealed class UnitOfWorkTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    [Fact]
    public async Task A_change_of_a_stale_version_is_rejected()
    {
        var user = await AddAsync("stale@a.test");
        await using var scope = fixture.As(fixture.Ada);
        var save = () => PersistenceFixture.CommitAsync(scope, async db =>
        {
            var loaded = await db.Set<User>().SingleAsync(candidate => candidate.Id == user.Id);
            await using (var command = fixture.Owner.CreateCommand($"update users.users set version = version + 1 where id = '{user.Id.Value}'"))
            {
                await command.ExecuteNonQueryAsync();
            }

            loaded.UpdateProfile("Other", null, null, DateTimeOffset.UtcNow);
            return loaded;
        });
        await save.Should().ThrowAsync<DbUpdateConcurrencyException>();
    }

    [Fact]
    public async Task A_failure_rolls_back_everything()
    {
        await using var scope = fixture.As(fixture.Ada);
        var work = () => PersistenceFixture.CommitAsync<int>(scope, async db =>
        {
            await db.AddAsync(NewUser("nothing@a.test"));
            await db.SaveChangesAsync();
            throw new InvalidOperationException("after the save");
        });
        await work.Should().ThrowAsync<InvalidOperationException>();
        (await CountAsync("nothing@a.test")).Should().Be(0);
    }

    [Fact]
    public async Task A_serialization_failure_is_retried_with_a_cleared_change_tracker()
    {
        var attempts = 0;
        await using var scope = fixture.As(fixture.Ada);
        await PersistenceFixture.CommitAsync(scope, async db =>
        {
            db.ChangeTracker.Entries().Should().BeEmpty();
            await db.AddAsync(NewUser("retried@a.test"));
            await db.SaveChangesAsync();
            return ++attempts < 3 ? throw new PostgresException("could not serialize access", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure) : attempts;
        });
        attempts.Should().Be(3);
        (await CountAsync("retried@a.test")).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task Two_administrators_who_demote_each_other_concurrently_leave_one()
    {
        var (first, second) = (await AddAsync("first@a.test", UserRole.Admin), await AddAsync("second@a.test", UserRole.Admin));
        var gate = new Barrier(2);
        var results = await Task.WhenAll(Demote(first, second), Demote(second, first));
        results.Count(succeeded => succeeded).Should().Be(1);

        Task<bool> Demote(User whom, User by) => Task.Run(async () =>
        {
            await using var scope = fixture.As(by);
            var waited = false;
            try
            {
                await PersistenceFixture.CommitAsync(scope, async db =>
                {
                    var user = await db.Set<User>().SingleAsync(candidate => candidate.Id == whom.Id);
                    var others = await db.Set<User>().CountAsync(other =>
                        other.Role == UserRole.Admin && other.Status == UserStatus.Active && other.Id != whom.Id && other.Id != fixture.Ada.Id);
                    if (!waited)
                    {
                        waited = true;
                        gate.SignalAndWait();
                    }

                    user.ChangeRole(UserRole.Member, by.Id, others, DateTimeOffset.UtcNow);
                    return user;
                }, IsolationLevel.Serializable);
                return true;
            }
            catch (Domain.Errors.ConflictError)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Inserts_without_an_explicit_transaction_are_atomic()
    {
        await using var scope = fixture.As(fixture.Ada);
        var save = () => InsertAsync(scope, NewUser("together@a.test"), NewUser("other@a.test"), NewUser("together@a.test"));
        await save.Should().ThrowAsync<DbUpdateException>();
        (await CountAsync("together@a.test") + await CountAsync("other@a.test")).Should().Be(0);
    }

    [Fact]
    public async Task An_InsertsOnly_command_cannot_update_or_delete()
    {
        var user = await AddAsync("unchanged@a.test");
        await using var scope = fixture.As(fixture.Ada);
        var change = () => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().InsertAsync(
            async token =>
            {
                var loaded = await scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Set<User>().SingleAsync(candidate => candidate.Id == user.Id, token);
                loaded.UpdateProfile("Changed", null, null, DateTimeOffset.UtcNow);
                return loaded;
            },
            CancellationToken.None);
        await change.Should().ThrowAsync<InvalidOperationException>().WithMessage("*InsertsOnly*");
    }

    [Fact]
    public async Task An_InsertsOnly_command_cannot_be_joined_by_a_transaction()
    {
        await using var scope = fixture.As(fixture.Ada);
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var join = () => unitOfWork.InsertAsync(_ => unitOfWork.ExecuteAsync(_ => Task.FromResult(1), CancellationToken.None), CancellationToken.None);
        await join.Should().ThrowAsync<InvalidOperationException>().WithMessage("*InsertsOnly*");
    }

    [Fact]
    [Trait("Requirement", "R154")]
    public async Task A_user_round_trips()
    {
        var user = await AddAsync("round@a.test");
        await using var scope = fixture.As(fixture.Ada);
        var loaded = await scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Set<User>().SingleAsync(candidate => candidate.Id == user.Id);
        loaded.Should().BeEquivalentTo(user, options => options.Excluding(member => member.Events).Excluding(member => member.SearchText)
            .Using<DateTimeOffset>(time => time.Subject.Should().BeCloseTo(time.Expectation, TimeSpan.FromMilliseconds(1))).WhenTypeIs<DateTimeOffset>());
        loaded.SearchText.Should().Be("somebody\nround@a.test");
    }

    private static Task<int> InsertAsync(AsyncServiceScope scope, params User[] users) =>
        scope.ServiceProvider.GetRequiredService<IUnitOfWork>().InsertAsync(
            async token =>
            {
                await scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().AddRangeAsync(users, token);
                return users.Length;
            },
            CancellationToken.None);

    private async Task<User> AddAsync(string email, UserRole role = UserRole.Member)
    {
        await using var scope = fixture.As(fixture.Ada);
        return await PersistenceFixture.CommitAsync(scope, async db => (await db.AddAsync(NewUser(email, role))).Entity);
    }

    private User NewUser(string email, UserRole role = UserRole.Member) =>
        User.CreateActive(fixture.Ada.OrganizationId, EmailAddress.Parse(email), "Somebody", role, DateTimeOffset.UtcNow);

    private async Task<long> CountAsync(string email)
    {
        await using var command = fixture.Owner.CreateCommand($"select count(*) from users.users where email = '{email}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
