using System.Reflection;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Common;
using Mapster;

namespace CleanApi.Application.Common.Mapping;

/// <summary>Configures Mapster: by name, and every destination member must have a source.</summary>
public static class Mappings
{
    private const string Response = "Response";

    private static readonly Assembly Domain = typeof(IAggregateRoot).Assembly;
    private static readonly Lock Gate = new();
    private static readonly HashSet<Assembly> Configured = [];

    /// <summary>
    /// Maps each aggregate to the response that is named for it, scans an assembly for other mappings (<see cref="IRegister"/>) and compiles all of them, so
    /// that errors show at startup. Once per assembly: the configuration is global, and another host of the process may be using it.
    /// </summary>
    /// <exception cref="CompileException">A destination has a member without a source.</exception>
    public static void Configure(Assembly assembly)
    {
        lock (Gate)
        {
            if (!Configured.Add(assembly))
            {
                return;
            }

            var config = TypeAdapterConfig.GlobalSettings;
            config.RequireDestinationMemberSource = true;
            foreach (var response in assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IVersioned))))
            {
                if (AggregateOf(response) is { } aggregate)
                {
                    config.NewConfig(aggregate, response);
                }
            }

            config.Scan(assembly);
            config.Compile();
        }
    }

    /// <summary>What a response is named for: <c>CleanApi.Application.Posts.PostResponse</c> shows a <c>CleanApi.Domain.Posts.Post</c>. Null: nothing.</summary>
    public static Type? AggregateOf(Type response) =>
        response.FullName!.EndsWith(Response, StringComparison.Ordinal)
        && Domain.GetType(response.FullName[..^Response.Length].Replace(".Application.", ".Domain.", StringComparison.Ordinal)) is { } type
        && type.IsAssignableTo(typeof(IAggregateRoot)) ? type : null;
}
