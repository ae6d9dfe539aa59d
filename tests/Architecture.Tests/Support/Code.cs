using System.Reflection;
using CleanApi.Application;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Architecture.Tests.Support;

/// <summary>The assemblies of the layers, and their types.</summary>
internal static class Code
{
    public static readonly Assembly Domain = typeof(TypeId).Assembly;

    public static readonly Assembly Application = typeof(RequestAccess).Assembly;

    public static readonly Assembly Infrastructure = typeof(CleanApiDbContext).Assembly;

    public static Assembly WebApi => Assembly.Load("CleanApi.WebApi");

    /// <summary>The request types.</summary>
    public static IReadOnlyList<Type> Requests { get; } = [.. RequestAccess.RequestTypes(Application).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>What the application registers.</summary>
    public static IServiceCollection Services { get; } = new ServiceCollection().AddApplication();

    /// <summary>The types that somebody wrote: not those that the compiler makes.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.FullName!.Contains('<') && type.Namespace is not null);

    /// <summary>Whether a type closes or implements an open generic one.</summary>
    public static bool Implements(this Type type, Type open) =>
        type.GetInterfaces().Append(type).Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == open);
}
