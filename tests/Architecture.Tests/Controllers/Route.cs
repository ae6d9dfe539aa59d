using System.Reflection;
using CleanApi.Architecture.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>An operation of the controllers.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The whole path, without the constraints of its parameters.</param>
/// <param name="Name">The name; empty where none is given.</param>
internal sealed record Route(string Method, string Path, string Name)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        .. from controller in Code.WebApi.Written()
           where !controller.IsAbstract && controller.IsAssignableTo(typeof(ControllerBase))
           let prefix = controller.GetCustomAttribute<RouteAttribute>()?.Template ?? ""
           from action in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from attribute in action.GetCustomAttributes<HttpMethodAttribute>()
           from method in attribute.HttpMethods
           select new Route(method, Join(prefix, attribute.Template), attribute.Name ?? ""),
    ];

    private static string Join(string prefix, string? template)
    {
        var whole = template is null ? prefix : template.StartsWith('/') ? template : $"{prefix.TrimEnd('/')}/{template}";
        var segments = whole.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.StartsWith('{') ? $"{segment.Split(':', '=', '?')[0].TrimEnd('}')}}}" : segment);
        return $"/{string.Join('/', segments)}";
    }
}
