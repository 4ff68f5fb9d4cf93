import { Controller, Get, Header } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/auth/actor.js';
import { Can, CurrentActor } from '../../platform/auth/can.decorator.js';
import { PersonalDataDto, PersonalDataPartDto } from './dto/personal-data.dto.js';
import { PersonalDataService } from './personal-data.service.js';

@ApiTags('personal-data')
@ApiExtraModels(PersonalDataPartDto)
@Controller('api/v1/personal-data')
export class PersonalDataController {
  constructor(private readonly personalData: PersonalDataService) {}

  /** Everything kept about the signed-in person, as a file to take along. */
  @Can('personal-data.export-own')
  @Get()
  @Header('content-disposition', 'attachment; filename="du-lieu-ca-nhan.json"')
  @ApiOkResponse({ type: PersonalDataDto })
  async export(@CurrentActor() actor: Actor): Promise<PersonalDataDto> {
    return PersonalDataDto.from(await this.personalData.exportOwn(actor));
  }
}
