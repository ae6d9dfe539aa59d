using System.Reflection;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Layers;

/// <summary>WebApi → Application → Domain, with Infrastructure behind the application's ports. What counts is what the compiled assembly refers to.</summary>
public sealed class LayerTests
{
    private static readonly string[] ApplicationPackages = ["MediatR", "MediatR.Contracts", "FluentValidation", "Ardalis.Specification", "Mapster", "Mapster.Core"];

    // The container's interfaces come with MediatR: use cases register themselves.
    private const string ContainerInterfaces = "Microsoft.Extensions.DependencyInjection.Abstractions";

    [Fact]
    public void The_domain_refers_to_nothing_but_the_base_class_library() => Foreign(Code.Domain).Should().BeEmpty();

    [Fact]
    public void The_application_refers_to_the_domain_and_the_packages_of_its_patterns() =>
        Foreign(Code.Application).Except(["CleanApi.Domain", ContainerInterfaces, .. ApplicationPackages]).Should().BeEmpty();

    [Fact]
    public void The_infrastructure_does_not_know_the_web() =>
        Foreign(Code.Infrastructure).Should().NotContain("CleanApi.WebApi").And.NotContain(name => name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal));

    [Fact]
    public void The_web_does_not_reach_past_the_application_to_the_database() =>
        Foreign(Code.WebApi).Where(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal) || name.StartsWith("Ardalis", StringComparison.Ordinal)).Should().BeEmpty();

    [Theory]
    [InlineData("src/Domain", "CleanApi.Domain")]
    [InlineData("src/Application", "CleanApi.Application")]
    [InlineData("src/Infrastructure", "CleanApi.Infrastructure")]
    [InlineData("src/WebApi", "CleanApi.WebApi")]
    public void A_file_is_in_the_namespace_of_its_layer_and_module(string folder, string layer) =>
        Repository.Sources(folder)
            .Where(file => file.Types.Any() && !IsNamespaceOf(file.Path[(folder.Length + 1)..], file.Namespace, layer))
            .Select(file => $"{file.Path}: {file.Namespace}")
            .Should().BeEmpty();

    // A use case's folder carries the name of its request, and adds nothing to the namespace of its module.
    private static bool IsNamespaceOf(string path, string name, string layer)
    {
        var folders = path.Split('/')[..^1];
        var full = string.Join('.', folders.Prepend(layer));
        var module = string.Join('.', folders.Take(1).Prepend(layer));
        return name == full || name == module;
    }

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name is not ("System" or "mscorlib" or "netstandard") && !name.StartsWith("System.", StringComparison.Ordinal));
}
