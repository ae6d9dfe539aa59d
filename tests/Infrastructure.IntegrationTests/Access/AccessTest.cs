using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using System.Security.Cryptography;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>The base of the tests of Access: a database, a clock and an instance of the application.</summary>
public abstract class AccessTest(AccessCluster cluster) : IClassFixture<AccessCluster>, IAsyncLifetime
{
    private readonly List<IAsyncDisposable> started = [];
    private string connectionString = "";

    private protected Instance Api { get; private set; } = null!;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 6, 1, 12, 0, 0, TimeSpan.Zero));

    protected static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    protected string Key { get; } = NewKey();

    /// <summary>Connections as the database's owner.</summary>
    protected NpgsqlDataSource Owner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        connectionString = await cluster.CreateDatabaseAsync();
        Owner = NpgsqlDataSource.Create(connectionString);
        started.Add(Owner);
        Api = await StartAsync(Key);
    }

    public async Task DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(started))
        {
            await one.DisposeAsync();
        }
    }

    /// <summary>Starts another instance with the same database.</summary>
    private protected async Task<Instance> StartAsync(string keyEncryptionKey)
    {
        var instance = await Instance.StartAsync(connectionString, keyEncryptionKey, Clock);
        started.Add(instance);
        return instance;
    }

    /// <summary>Starts an instance with another key-encryption key, after the data key was lost with the former one.</summary>
    private protected async Task<Instance> StartWithoutDataKeyAsync()
    {
        await ExecuteAsync("delete from access.data_keys");
        return await StartAsync(NewKey());
    }

    /// <summary>Reads one value from the database.</summary>
    protected async Task<T> ReadAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    private protected async Task<UserCaller> CallerAsync(SessionResponse session) => (await Api.Reader.ReadAsync(session.AccessToken, CancellationToken.None))!;

    private protected async Task ShouldBeValidAsync(SessionResponse session) => await Api.SendAsync(new GetMe(), await CallerAsync(session));

    private protected async Task ShouldBeInvalidAsync(SessionResponse session)
    {
        var caller = await CallerAsync(session);
        await FluentActions.Awaiting(() => Api.SendAsync(new GetMe(), caller)).Should().ThrowAsync<AuthenticationError>();
    }

    private protected async Task ShouldBeRejectedAsync<T>(IRequest<T> request) =>
        (await FluentActions.Awaiting(() => Api.SendAsync(request)).Should().ThrowAsync<AuthenticationError>())
        .WithMessage(request is Login ? "Invalid email or password" : "Invalid or expired token");

    private protected async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
