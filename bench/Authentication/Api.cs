using CleanApi.Application.Common.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Bench.Authentication;

/// <summary>The API on a free loopback port.</summary>
internal sealed class Api : WebApplicationFactory<Program>
{
    private readonly Caller? fixedCaller;

    /// <summary>Starts the API; with a fixed caller, it skips authentication.</summary>
    public Api(Caller? fixedCaller)
    {
        this.fixedCaller = fixedCaller;
        UseKestrel(0);
    }

    /// <summary>The base address.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Auth:Issuer", "http://127.0.0.1:5080");
        builder.UseSetting("AllowedHosts", "*");
        if (fixedCaller is not null)
        {
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(fixedCaller);
                services.AddSingleton<FixedCallerHandler>();
                services.Configure<AuthenticationOptions>(options =>
                {
                    options.AddScheme<FixedCallerHandler>(FixedCallerHandler.Scheme, displayName: null);
                    options.DefaultScheme = FixedCallerHandler.Scheme;
                });
            });
        }
    }
}
