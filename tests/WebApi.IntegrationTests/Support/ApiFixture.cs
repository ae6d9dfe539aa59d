using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>
/// The API with its own database for one test class: Acme (admin, member, viewer and 50 further users) and Globex (admin), as in the demo data.
/// </summary>
public class ApiFixture : IAsyncLifetime
{
    /// <summary>An administrator of Acme.</summary>
    public const string Admin = "admin@acme.test";

    /// <summary>A member of Acme.</summary>
    public const string Member = "member@acme.test";

    /// <summary>A viewer of Acme.</summary>
    public const string Viewer = "viewer@acme.test";

    /// <summary>An administrator of Globex, another tenant.</summary>
    public const string OtherAdmin = "admin@globex.test";

    /// <summary>The password of all users.</summary>
    public const string Password = "Passw0rd!demo";

    private readonly string database = "t_" + Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Task<string>> tokens = new(StringComparer.Ordinal);
    private readonly List<ApiFactory> others = [];
    private readonly Mailbox mailbox;
    private string connectionString = "";
    private ApiFactory factory = null!;
    private NpgsqlDataSource owner = null!;

    /// <summary>Nothing runs until it is initialized.</summary>
    public ApiFixture() => mailbox = new Mailbox(this);

    /// <summary>The program's clock.</summary>
    public FakeTimeProvider Clock { get; private set; } = null!;

    /// <summary>The API's log.</summary>
    public LogRecorder Logs => factory.Logs;

    /// <summary>The sent mails.</summary>
    public string MailDirectory => factory.MailDirectory;

    /// <summary>The bytes of uploaded files.</summary>
    public string FileDirectory => factory.FileDirectory;

    /// <summary>The API's services.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Connections as the owner, which bypass row-level security, to arrange and inspect data.</summary>
    public NpgsqlDataSource Owner => owner;

    /// <summary>Where it listens, for clients that hold nothing against the contract: pages and assets are no part of it.</summary>
    public Uri BaseAddress
    {
        get
        {
            using var client = Anonymous;
            return client.BaseAddress!;
        }
    }

    /// <summary>A client without a credential.</summary>
    public HttpClient Anonymous => CreateClient(token: null);

    /// <summary>The API's environment.</summary>
    protected virtual string Environment => "Production";

    /// <summary>The API's further settings.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    /// <summary>The API's port; 0: a free one.</summary>
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

    /// <summary>Creates a client that is signed in as a user with the default password.</summary>
    public async Task<HttpClient> ClientAsync(string email) => CreateClient(await TokenAsync(email));

    /// <summary>Creates a client with a bearer token, or none.</summary>
    public HttpClient CreateClient(string? token)
    {
        var client = factory.CreateDefaultClient([.. Handlers]);
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Starts another instance of the API with the same database and its own clients.</summary>
    /// <param name="settings">Its own settings.</param>
    public ApiFactory StartAnother(IReadOnlyDictionary<string, string>? settings = null)
    {
        // Either sends the mails of both.
        var another = new ApiFactory(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4 }.ConnectionString, Environment, Clock, Configure, settings, mailDirectory: MailDirectory);
        another.StartServer();
        others.Add(another);
        return another;
    }

    /// <summary>Returns an access token; signs in once per user.</summary>
    public Task<string> TokenAsync(string email) => tokens.GetOrAdd(email, SignInAsync);

    /// <summary>Signs in again.</summary>
    public async Task<string> SignInAsync(string email)
    {
        using var client = CreateClient(token: null);
        using var response = await client.PostJsonAsync("/api/auth/login", new { email, password = Password });
        return (await response.JsonAsync()).At("data.attributes.accessToken").GetString()!;
    }

    /// <summary>Reads one value, bypassing row-level security.</summary>
    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Executes a statement, bypassing row-level security.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Gives the users with an address an account with the default password, as if they had accepted invitations.</summary>
    public Task GiveAccountAsync(string email) => ExecuteAsync(
        $"""
        with account as (
          insert into access.accounts (id, email, password_hash, password_changed_at, version, created_at, updated_at)
          select '{Guid.CreateVersion7()}', '{email}', password_hash, password_changed_at, 1, created_at, updated_at from access.accounts where email = '{Admin}'
          returning id
        )
        insert into access.memberships (account_id, user_id, organization_id, created_at)
        select account.id, users.id, users.organization_id, users.created_at from account, users.users where email = '{email}' and deleted_at is null
        """);

    /// <summary>Returns the id of a demo user.</summary>
    public async Task<string> UserIdAsync(string email)
    {
        using var client = await ClientAsync(email);
        return (await client.JsonAsync("/api/v1/me")).At("data.id").GetString()!;
    }

    /// <summary>Waits for the nth mail to an address whose subject contains a text.</summary>
    public Task<ReceivedMail> MailAsync(string address, string subject, int number = 1) => mailbox.WaitAsync(address, subject, number);

    /// <summary>Returns all mails to an address once the queue is empty.</summary>
    public Task<IReadOnlyList<ReceivedMail>> MailsAsync(string address) => mailbox.AllAsync(address);

    /// <summary>Creates the handlers of a client.</summary>
    protected virtual IEnumerable<DelegatingHandler> Handlers => [new ContractHandler(this)];

    /// <summary>Replaces services of the API.</summary>
    protected virtual void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        // Unchanged by default.
    }
}
