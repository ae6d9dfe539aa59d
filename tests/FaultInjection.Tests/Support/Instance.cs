using System.Diagnostics;
using System.Globalization;
using CleanApi.WebApi.IntegrationTests.Access.External;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>An instance of the program: a process of its own, and a client of it.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly (string Name, string Value)[] settings;

    private Instance((string Name, string Value)[] settings, Uri address)
    {
        this.settings = settings;
        Process = ProgramProcess.Start(settings);
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>A client without a credential, which sends what a request says.</summary>
    public HttpClient Client { get; }

    /// <summary>The process.</summary>
    public ProgramProcess Process { get; private set; }

    /// <summary>Starts it in Development, which has the demo data, and waits until it is ready.</summary>
    public static async Task<Instance> StartAsync(params (string Name, string Value)[] settings)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{NodeProcess.FreePort()}");
        // One issuer, as instances have that share a database: each takes the tokens of the other.
        var instance = new Instance(
            [("ASPNETCORE_ENVIRONMENT", "Development"), ("Auth__Issuer", "http://127.0.0.1:5080"), ("Urls", address), .. settings], new Uri(address));
        await instance.IsReadyAsync();
        return instance;
    }

    /// <summary>Starts it over a server's database.</summary>
    public static Task<Instance> StartAsync(Server server, params (string Name, string Value)[] settings) =>
        StartAsync([("ConnectionStrings__CleanApi", server.Application), ("ConnectionStrings__CleanApiOwner", server.Owner), .. settings]);

    /// <summary>Asks it to end, and starts another one at its address when it has.</summary>
    public async Task RestartAsync()
    {
        Process.Terminate();
        (await Process.ExitAsync()).Should().Be(0);
        await Process.DisposeAsync();
        Process = ProgramProcess.Start(settings);
        await IsReadyAsync();
    }

    /// <summary>Signs in a member, unless it is to be somebody else.</summary>
    public async Task<Member> SignInAsync(string email = ApiFixture.Member)
    {
        var session = await Client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{email}}","password":"{{ApiFixture.Password}}"}""");
        session.Status.Should().Be(200, session.ToString());
        var token = session.Json.Text("data.attributes.accessToken")!;
        var me = await Client.AnswerAsync("GET", "/api/v1/me", ("Authorization", $"Bearer {token}"));
        return new Member(token, me.Json.Text("data.id")!);
    }

    /// <summary>Waits until it is ready again, and returns how long that took.</summary>
    public async Task<TimeSpan> RecoversAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await Probe.UntilAsync("the program is ready again", async () => (await Client.AnswerAsync("GET", "/health/ready")).Status == 200);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
    }

    private Task IsReadyAsync() => Process.AnswersAsync(new Uri(Client.BaseAddress!, "/health/ready").ToString(), 200);
}
