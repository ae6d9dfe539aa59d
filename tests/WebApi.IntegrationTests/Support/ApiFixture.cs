using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>
/// The API over a database of its own, for one test class: Acme (admin, member, viewer and 50 further users) and Globex (admin), as in the demo data.
/// </summary>
public class ApiFixture : IAsyncLifetime
{
    /// <summary>Signs in as an administrator of Acme.</summary>
    public const string Admin = "admin@acme.test";

    /// <summary>Signs in as a member of Acme.</summary>
    public const string Member = "member@acme.test";

    /// <summary>Signs in as a viewer of Acme.</summary>
    public const string Viewer = "viewer@acme.test";

    /// <summary>Signs in as an administrator of Globex, another tenant.</summary>
    public const string OtherAdmin = "admin@globex.test";

    /// <summary>Everybody's password.</summary>
    public const string Password = "Passw0rd!demo";

    private readonly string database = "t_" + Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Task<string>> tokens = new(StringComparer.Ordinal);
    private readonly List<ApiFactory> others = [];
    private string connectionString = "";
    private ApiFactory factory = null!;
    private NpgsqlDataSource owner = null!;

    /// <summary>The program's clock.</summary>
    public FakeTimeProvider Clock { get; private set; } = null!;

    /// <summary>What the program has logged.</summary>
    public LogRecorder Logs => factory.Logs;

    /// <summary>Where the program writes its mails.</summary>
    public string MailDirectory => factory.MailDirectory;

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>The owner's connections, past row-level security: for what a test wants to see or arrange.</summary>
    public NpgsqlDataSource Owner => owner;

    /// <summary>A client without a credential.</summary>
    public HttpClient Anonymous => CreateClient(token: null);

    /// <summary>Environment of the program.</summary>
    protected virtual string Environment => "Production";

    /// <summary>Further settings of the program.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    /// <summary>Where the program listens; 0: on a free port.</summary>
    protected virtual int Port => 0;

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        connectionString = await TestCluster.CloneAsync(database);
        // After the demo data, which no test's beginning may precede.
        Clock = ApiFactory.CreateClock();
        owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4 }.ConnectionString);
        factory = new ApiFactory(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 16 }.ConnectionString, Environment, Clock, Configure, Settings, Port);
        factory.StartServer();
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        foreach (var one in others.Append(factory))
        {
            await one.DisposeAsync();
        }

        await owner.DisposeAsync();
        await TestCluster.DropAsync(database);
    }

    /// <summary>A client that is signed in as one of the people above, or as any other whose password is the usual one.</summary>
    public async Task<HttpClient> ClientAsync(string email) => CreateClient(await TokenAsync(email));

    /// <summary>A client with this bearer token, or none.</summary>
    public HttpClient CreateClient(string? token)
    {
        var client = factory.CreateDefaultClient([.. Handlers]);
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Starts another instance of the program over the same database; the clients are its own.</summary>
    public ApiFactory StartAnother()
    {
        var another = new ApiFactory(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4 }.ConnectionString, Environment, Clock, Configure);
        another.StartServer();
        others.Add(another);
        return another;
    }

    /// <summary>An access token; signed in once for each person.</summary>
    public Task<string> TokenAsync(string email) => tokens.GetOrAdd(email, SignInAsync);

    /// <summary>Signs in anew.</summary>
    public async Task<string> SignInAsync(string email)
    {
        using var client = CreateClient(token: null);
        using var response = await client.PostJsonAsync("/api/auth/login", new { email, password = Password });
        return (await response.JsonAsync()).At("data.attributes.accessToken").GetString()!;
    }

    /// <summary>One value from the database, past row-level security.</summary>
    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>A statement past row-level security.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The id of a demo user.</summary>
    public async Task<string> UserIdAsync(string email)
    {
        using var client = await ClientAsync(email);
        return (await client.JsonAsync("/api/v1/me")).At("data.id").GetString()!;
    }

    /// <summary>Waits for a mail to an address whose subject contains this, or for the second, third … such mail.</summary>
    public Task<ReceivedMail> MailAsync(string address, string subject, int number = 1) => new Mailbox(this).WaitAsync(address, subject, number);

    /// <summary>All mails to an address, once everything that waits to be sent has been.</summary>
    public Task<IReadOnlyList<ReceivedMail>> MailsAsync(string address) => new Mailbox(this).AllAsync(address);

    /// <summary>What every request of a client passes through.</summary>
    protected virtual IEnumerable<DelegatingHandler> Handlers => [new ContractHandler(this)];

    /// <summary>Changes the program's services.</summary>
    protected virtual void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        // As they are.
    }
}
