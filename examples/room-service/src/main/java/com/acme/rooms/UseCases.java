package com.acme.rooms;

import com.acme.rooms.room.DescribeRoom;
import com.acme.rooms.room.RetireRoom;
import com.acme.rooms.room.Rooms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the core together: it knows nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class UseCases {

    @Bean
    DescribeRoom describeRoom(Rooms rooms) {
        return new DescribeRoom(rooms);
    }

    @Bean
    RetireRoom retireRoom(Rooms rooms) {
        return new RetireRoom(rooms);
    }
}
