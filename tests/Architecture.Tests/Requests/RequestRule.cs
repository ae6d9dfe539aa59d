using CleanApi.Architecture.Tests.Support;
using MediatR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>A request is a use case, sent from outside; whatever has no caller outside the application is a method.</summary>
internal static class RequestRule
{
    private static readonly string[] Senders = [nameof(ISender), nameof(IMediator), nameof(IPublisher)];

    private static readonly string[] Requests = [nameof(IRequest), nameof(IBaseRequest), "IStreamRequest"];

    private static readonly string[] Kinds = ["ICommand", "IQuery"];

    /// <summary>Where the application names what sends requests.</summary>
    public static IEnumerable<SyntaxNode> Sends(SourceFile file) => file.Nodes<SimpleNameSyntax>().Where(name => Senders.Contains(name.Identifier.Text));

    /// <summary>Types that are requests without being a command or a query.</summary>
    public static IEnumerable<SyntaxNode> OfNoKind(SourceFile file) =>
        file.Nodes<BaseTypeSyntax>().Where(type => type.Type is SimpleNameSyntax name && Requests.Contains(name.Identifier.Text)
            && !(type.Parent?.Parent is InterfaceDeclarationSyntax kind && Kinds.Contains(kind.Identifier.Text)));

    /// <summary>The full names of the types that a file can send: those that it makes, and those that it binds a request of HTTP to.</summary>
    public static IEnumerable<string> Sendable(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        from type in node switch
        {
            BaseObjectCreationExpressionSyntax creation when !IsExample(creation) => [file.Model.GetTypeInfo(creation).Type],
            ParameterSyntax { Type: { } parameter } => parameter.DescendantNodesAndSelf().OfType<TypeSyntax>().Select(part => file.Model.GetTypeInfo(part).Type),
            _ => Enumerable.Empty<ITypeSymbol?>(),
        }
        where type is not null
        select type.ToDisplayString();

    // An example of the OpenAPI document is sent nowhere.
    private static bool IsExample(SyntaxNode node) =>
        node.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.BaseList?.Types.Any(one => one.Type.ToString() == "IExamples") == true);
}
