using CleanApi.Application.Common.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Bench.Authentication;

/// <summary>The program on a free loopback port.</summary>
internal sealed class Api : WebApplicationFactory<Program>
{
    private readonly Caller? believed;

    /// <summary>The program; with a caller who is believed, it authenticates nobody.</summary>
    public Api(Caller? believed)
    {
        this.believed = believed;
        UseKestrel(0);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        if (believed is not null)
        {
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(believed);
                services.AddSingleton<BelievedHandler>();
                services.Configure<AuthenticationOptions>(options =>
                {
                    options.AddScheme<BelievedHandler>(BelievedHandler.Scheme, displayName: null);
                    options.DefaultScheme = BelievedHandler.Scheme;
                });
            });
        }
    }
}
