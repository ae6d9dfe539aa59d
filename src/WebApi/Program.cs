using CleanApi.Application;
using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure;
using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.Access;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.CommandLine;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Docs;
using CleanApi.WebApi.Edge;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Events;
using CleanApi.WebApi.Health;
using CleanApi.WebApi.Json;
using CleanApi.WebApi.Logging;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Overload;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Security;
using System.Globalization;

// Texts for programs are the same on every machine, whatever its language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var line = ProgramLine.Read(args);
if (line.Answer is { } answer)
{
    return await answer.TellAsync();
}

var hasStarted = false;
try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. line.Settings], ContentRootPath = AppContext.BaseDirectory });
    ListenAddresses.UseDefault(builder);
    ListenAddresses.Check(builder.Configuration);
    LogLevels.Check(builder.Configuration);
    builder.Configuration.AddSecretFiles();
    UnknownSettings.Check(builder.Configuration);
    PublicAddress.Check(builder.Configuration, builder.Environment);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        HostLimits.Apply(kestrel.Limits, builder.Configuration);
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = HeaderEncoding.Select;
    });
    // Start errors are reported once, below.
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

    if (builder.Environment.IsDevelopment())
    {
        DevelopmentIssuer.Derive(builder.Configuration);
    }

    builder.Services.AddApplication();
    builder.Services.AddInfrastructure(builder.Configuration);
    if (builder.Environment.IsDevelopment())
    {
        builder.Services.AddDemoData();
    }
    else
    {
        builder.Services.RefuseDemoData();
    }

    builder.Services.AddHttpContextAccessor();
    builder.Services.AddScoped<ICallerContext, HttpCallerContext>();
    builder.Services.AddRequests(builder.Configuration);
    builder.Services.AddEdge(builder.Configuration);
    builder.Services.AddPublicCompression();
    builder.Services.AddErrors();
    builder.Services.AddOverload(builder.Configuration);
    builder.Services.AddAccessTokens();
    builder.Services.AddRateLimits(builder.Configuration);
    builder.Services.AddHealth(builder.Configuration, builder.Environment);
    builder.Services.AddApiMvc();
    builder.Services.AddApiDocument();
    builder.Services.AddEventsHub();

    if (line.Command is { } command)
    {
        builder.Services.AddCommandLine();
        return await CommandHost.RunAsync(command, line.Arguments, builder.Build());
    }

    var app = builder.Build();

    app.UseProxies();
    app.UseRequests();
    app.UseErrors();
    app.UseEdge(app.Configuration);
    app.UsePublicCompression();
    app.UseOverload();
    app.UseAuthentication();
    app.UseOrganizationOfSpans();
    app.UseRateLimits();
    app.UseAuthorization();
    app.UseStrictQueries();
    app.MapControllers().WithHead();
    var routes = app.MapGroup("");
    routes.WithHead();
    routes.RequireRateLimiting(RatePolicies.Api);
    routes.LeaveUnlimitedOutside();
    routes.MapHealth();
    routes.MapErrorPages();
    routes.MapEventPages();
    routes.MapPages();
    routes.MapApiDocument();
    routes.MapEventsHub();
    app.RequireRatePolicies();
    StartBanner.PrintWhenStarted(app);
    hasStarted = await ListenAddresses.StartAsync(app);
    if (hasStarted)
    {
        await app.WaitForShutdownAsync();
    }

    await app.DisposeAsync();
    return Environment.ExitCode;
}
// A tool that only builds the host aborts it.
catch (Exception exception) when (exception is not HostAbortedException)
{
    await Console.Error.WriteLineAsync($"CleanApi {(hasStarted ? "has failed" : "cannot start")}. {StartFailure.Describe(exception)}");
    return 1;
}
