using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using MediatR;

namespace CleanApi.Libs.UnitTests;

/// <summary>Whatever MediatR.dll refers to in its contract assembly is there, in the version that it asks for.</summary>
public sealed class ContractReferenceTests
{
    private static readonly Assembly User = typeof(IMediator).Assembly;
    private static readonly Assembly Contract = typeof(IRequest).Assembly;

    [Fact]
    public void The_contract_assembly_has_the_version_and_the_strong_name_asked_for()
    {
        var asked = User.GetReferencedAssemblies().Single(name => name.Name == "MediatR.Contracts");

        Contract.FullName.Should().Be(asked.FullName);
    }

    [Fact]
    public void Every_type_and_member_referred_to_resolves()
    {
        using var file = new PEReader(File.OpenRead(User.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Where(type => IsInContract(metadata, type)).ToList();
        var members = metadata.MemberReferences
            .Where(member => metadata.GetMemberReference(member).Parent is { Kind: HandleKind.TypeReference } parent
                && types.Contains((TypeReferenceHandle)parent))
            .ToList();

        var resolvedTypes = types.Select(type => User.ManifestModule.ResolveType(MetadataTokens.GetToken(type))).ToList();
        var resolvedMembers = members.Select(member => User.ManifestModule.ResolveMember(MetadataTokens.GetToken(member))).ToList();

        resolvedTypes.Should().NotBeEmpty().And.OnlyContain(type => type.Assembly == Contract);
        resolvedMembers.Should().NotBeEmpty().And.NotContainNulls();
    }

    private static bool IsInContract(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetTypeReference(type).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Contract.GetName().Name;
}
