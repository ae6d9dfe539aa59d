using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Mapster;
using MediatR;

namespace CleanApi.Libs.UnitTests;

/// <summary>Whatever MediatR.dll and Mapster.dll refer to in their contract assemblies is there, in the version that they ask for.</summary>
public sealed class ContractReferenceTests
{
    public static TheoryData<Type, Type> Contracts => new() { { typeof(IMediator), typeof(IRequest) }, { typeof(TypeAdapter), typeof(MapContext) } };

    [Theory]
    [MemberData(nameof(Contracts))]
    public void The_contract_assembly_has_the_version_asked_for(Type user, Type contract)
    {
        var loaded = contract.Assembly.GetName();

        var asked = user.Assembly.GetReferencedAssemblies().Single(name => name.Name == loaded.Name);

        loaded.Version.Should().Be(asked.Version);
    }

    [Fact]
    public void The_contracts_of_MediatR_have_the_strong_name_asked_for()
    {
        var asked = typeof(IMediator).Assembly.GetReferencedAssemblies().Single(name => name.Name == "MediatR.Contracts");

        typeof(IRequest).Assembly.FullName.Should().Be(asked.FullName);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_type_and_member_referred_to_resolves(Type user, Type contract)
    {
        using var file = new PEReader(File.OpenRead(user.Assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Where(type => IsIn(metadata, type, contract.Assembly)).ToList();
        var members = metadata.MemberReferences
            .Where(member => metadata.GetMemberReference(member).Parent is { Kind: HandleKind.TypeReference } parent
                && types.Contains((TypeReferenceHandle)parent))
            .ToList();

        var resolvedTypes = types.Select(type => user.Module.ResolveType(MetadataTokens.GetToken(type))).ToList();
        var resolvedMembers = members.Select(member => user.Module.ResolveMember(MetadataTokens.GetToken(member))).ToList();

        resolvedTypes.Should().NotBeEmpty().And.OnlyContain(type => type.Assembly == contract.Assembly);
        resolvedMembers.Should().NotBeEmpty().And.NotContainNulls();
    }

    private static bool IsIn(MetadataReader metadata, TypeReferenceHandle type, Assembly assembly) =>
        metadata.GetTypeReference(type).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == assembly.GetName().Name;
}
