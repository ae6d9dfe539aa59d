using CleanApi.Domain.Common;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Two instances with one database.</summary>
public sealed class RevocationApi : AuthApi
{
    private int last = 20;

    /// <summary>The second instance.</summary>
    public ApiFactory Another { get; private set; } = null!;

    /// <summary>Returns a demo user that no other test uses.</summary>
    public string NextPerson() => $"user{Interlocked.Increment(ref last)}@acme.test";

    /// <summary>Returns a user's id without a sign-in.</summary>
    public async Task<string> UserIdOfAsync(string email) =>
        TypeId.Format("usr", await ScalarAsync<Guid>($"select id from users.users where email = '{email}'"));

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Another = StartAnother();
    }
}
